"""What a book costs beside WeasyPrint and Chromium, on the same pages: cpu seconds, memory, bytes, printed pages.

As people run them: the site's own style sheets, and for WeasyPrint what its plug-ins for MkDocs add to be a book at all,
contents with page numbers (target-counter), the chapter in the running head (string-set), and tags (pdf/ua-1). Words:
the same for WeasyPrint at our law, no word split at the end of a line; it has no `word-break: keep-all`, so each word
needs an element of its own. Bare: next to no style, so much less than a book, on fewer pages. None gets our index,
glossary, openings, references with page numbers, footnotes and QR codes.

usage: .venv/bin/python tests/bench/book.py --weasyprint PYTHON [--pages 65 300] [--json]

PYTHON is an interpreter that has WeasyPrint (an environment of its own). Takes the finished pages of site/ (make site
first): so many of them, from the first manual on, as print about so many pages. The others get the same articles in one
HTML file, with the same face, as A4. Times are ratios: every row of a run meets the same machine. Each runs as a process
of its own and is measured with its children, start included.
Also one edit of a manual of about 50 pages as builds do it, which remember what they have read and set of the other
pages: with the compiler that set the book before, and in a new process.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "hooks")]
MOMENT = 1793527200
EDIT = "한 문장을 고쳤어요."
BARE = """@font-face { font-family: "SH"; src: url("FONT"); font-weight: 100 900; }
@page { size: A4; margin: 26mm 24mm; } body { font: 10pt/1.7 "SH"; word-break: keep-all; } table { font-size: 9pt; }
article { break-before: page; } svg { max-width: 100%; height: auto; } svg[aria-hidden] { width: 1em; height: 1em; } nav, form, button, [hidden], [data-sh-screen] { display: none; }"""
BOOK = """@page { size: A4; margin: 26mm 24mm; @top-right { content: string(chapter); font-size: 8pt; } @bottom-right { content: counter(page); } }
h1 { break-before: page; string-set: chapter content(); } .contents li::after { content: leader(".") target-counter(attr(data-to), page); }
article { word-break: keep-all; } nav, form, button, [hidden], [data-sh-screen] { display: none; }"""
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
# Chromium leaves its renderers behind: they become children of this process, which waits for them and counts them.
REAPER = """import ctypes, os, resource, subprocess, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
code = subprocess.run(sys.argv[1:], stdout=2).returncode
try:
    while True:
        os.wait()
except ChildProcessError:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)"""
CHROMIUM = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline"]


def main():
    options = _options()
    if options.worker:
        return print(json.dumps(WORKERS[options.worker[0]](Path(options.worker[1]))))
    rows = []
    with tempfile.TemporaryDirectory(prefix="bench-book-") as name:
        folder = Path(name)
        os.environ["BENCH_CACHE"] = str(folder / "cache")
        warm_up(folder)
        for most in options.pages:
            rows += compare(folder / str(most), most, options)
        rows += edits(folder / "edit")
    print(json.dumps(rows, indent=1)) if options.json else show(rows)
    return None


def articles():
    """Returns path below docs/ -> (source, HTML of the article) of the manuals' pages, in the order of their numbers."""
    from sellerhelp.frontmatter import read_head
    from sellerhelp.manuals import arrange

    sources = {p.relative_to(ROOT / "docs").as_posix(): p.read_text("utf-8") for p in (ROOT / "docs").glob("*/*.md")}
    heads = [read_head(text, path, path)[0] for path, text in sources.items() if not path.startswith("_")]
    found = {}
    for manual in arrange(heads)[0]:
        for head in (manual.index, *manual.pages):
            place = ROOT / "site" / head.path.removesuffix(".md").removesuffix("index") / "index.html"
            html = place.read_text("utf-8")
            html = html[html.index("</header>", html.index('class="sh-head"')) + 9 : html.index("</article>")]
            # Links would lead out of the part that is printed; nobody prints them.
            html = re.sub(r"<(script|template)\b.*?</\1>|</?a\b[^>]*>", "", html, flags=re.S)
            found[head.path] = (sources[head.path], re.sub(r"<(sh-related|nav)\b.*?</\1>", "", html, flags=re.S))
    return found


def compare(folder, most, options):
    """Returns the rows of the three on the first pages of the site that print about so many pages."""
    folder.mkdir()
    some = chosen(folder, most)
    (folder / "pages.json").write_text(json.dumps(some))
    style, bare = write_pages(folder, some)
    held = folder / "words.html"
    held.write_text(whole_words(style.read_text()))
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    pdf = folder / "out.pdf"
    commands = {"ours": [sys.executable, __file__, "--worker", "print", str(folder)]}
    for name, page in (("", style), (", bare", bare)):
        profile, chrome = f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}"
        commands["chromium" + name] = [chromium, *CHROMIUM, profile, chrome, page.as_uri()]
        commands["weasyprint" + name] = [options.weasyprint, "-c", WEASYPRINT, str(page), str(pdf)]
    commands["weasyprint, words"] = [options.weasyprint, "-c", WEASYPRINT, str(held), str(pdf)]
    import pypdf  # here: no part of what a book costs

    rows = []
    for name, command in commands.items():
        if command[0]:
            cpu, peak = measured(command)
            made = folder / "ours.pdf" if name == "ours" else pdf
            rows.append(
                {
                    "what": f"{most} pages",
                    "by": name,
                    "pages": len(pypdf.PdfReader(made).pages),
                    "cpu": cpu,
                    "MB": peak,
                    "bytes": made.stat().st_size,
                }
            )
    return rows


def write_pages(folder, some):
    """Writes the articles as one page twice, and returns the two files: as a book with the site's look, and bare."""
    titles = [re.search(r"^title: (.*)$", source, re.M)[1] for source, _ in some.values()]
    rows = "".join(f'<li data-to="#c{number}">{title}</li>' for number, title in enumerate(titles))
    text = [f"<article class='md-content__inner md-typeset'>{html}</article>" for _, html in some.values()]
    chapters = "".join(f'<h1 id="c{number}">{titles[number]}</h1>{one}' for number, one in enumerate(text))
    site = re.findall(r'<link rel="stylesheet" href="([^":]+)"', (ROOT / "site/index.html").read_text("utf-8"))
    links = "".join(f'<link rel="stylesheet" href="{(ROOT / "site" / one).as_uri()}">' for one in site)
    font = next((ROOT / "hooks/sellerhelp/type").rglob("*.ttf")).as_uri()
    start = '<!doctype html><html lang="ko"><meta charset="utf-8"><title>책</title>'
    styled, bare = folder / "styled.html", folder / "bare.html"
    body = (
        f'<body data-md-color-scheme="default"><div class="md-typeset"><ul class="contents">{rows}</ul>{chapters}</div>'
    )
    styled.write_text(f"{start}{links}<style>{BOOK}</style>{body}")
    bare.write_text(f"{start}<style>{BARE.replace('FONT', font)}</style>{''.join(text)}")
    return styled, bare


def whole_words(html):
    """Returns the page with an element around each Korean word, in which no line may end."""
    head, body = html[: html.index("<body")], html[html.index("<body") :]
    parts = re.split(r"(<svg\b.*?</svg>|<[^>]*>)", body, flags=re.S)
    held = [
        one if one.startswith("<") else re.sub(r"\S*[가-힣]\S*", r'<span class="whole">\g<0></span>', one)
        for one in parts
    ]
    return head.replace("</style>", ".whole { white-space: nowrap; }</style>", 1) + "".join(held)


def chosen(folder, most):
    """Returns the first articles that print about so many pages, four pages each at first, then by what they gave."""
    every, count = articles(), max(2, most // 5)
    for _ in range(4):
        some = dict(list(every.items())[:count])
        (folder / "pages.json").write_text(json.dumps(some))
        pages = WORKERS["print"](folder)["pages"]
        if abs(pages - most) <= most * 0.1 or (count >= len(every) and pages < most):
            break
        count = max(2, round(count * most / pages))
    return some


def set_book(folder, edit="", earlier=None):
    """Returns the first manuscript of the pages in a folder. edit: a sentence that is put into the last page.

    earlier: what builds remember of chapters.
    """
    from tests.booklets import Booklet

    some = json.loads((folder / "pages.json").read_text())
    last = list(some)[-1]
    # One book of them all: their numbers become those of one manual.
    sources, html = {}, {}
    for number, (path, (source, text)) in enumerate(some.items()):
        name = "orders/index.md" if number == 0 else f"orders/{path.replace('/', '-')}"
        sources[name] = re.sub(
            r"^number: .*$", f"number: {'3' if number == 0 else f'3-{number}'}", source, count=1, flags=re.M
        )
        html[name] = text + (f"<p>{edit}</p>" if path == last else "")
    return Booklet(sources, html, {}).written(earlier)[0][0]


def print_once(folder):
    from sellerhelp.book.pack import pack
    from sellerhelp.book.press import Compiler

    data, _ = Compiler(folder / "press", Path(os.environ["BENCH_CACHE"])).compile(set_book(folder).files, MOMENT)
    packed = pack(data, False)
    (folder / "ours.pdf").write_bytes(packed.data)
    return {"pages": packed.pages}


def edit_cold(folder):
    """Prints a book with one sentence more than an earlier process has set, which left what builds leave."""
    from sellerhelp.book.pack import pack
    from sellerhelp.book.press import Compiler

    manuscript = as_builds_do(folder, EDIT)
    data, _ = Compiler(folder / "press", Path(os.environ["BENCH_CACHE"])).compile(manuscript.files, MOMENT)
    return {"pages": pack(data, False).pages}


def edit_warm(folder):
    """Sets a book twice with one compiler; returns the cpu seconds of the second, with one sentence more."""
    from sellerhelp.book.pack import pack
    from sellerhelp.book.press import Compiler

    compiler = Compiler(folder / "press", Path(os.environ["BENCH_CACHE"]))
    compiler.compile(as_builds_do(folder).files, MOMENT)
    start = time.process_time()
    data, _ = compiler.compile(as_builds_do(folder, EDIT).files, MOMENT)
    set_ = time.process_time()
    packed = pack(data, False)
    return {"pages": packed.pages, "cpu": round(set_ - start, 2), "packed": round(time.process_time() - start, 2)}


def as_builds_do(folder, edit=""):
    """Returns the manuscript; what an earlier one has read and set is not read and set again."""
    from sellerhelp.book.chapters import KnownChapters

    earlier = KnownChapters(folder / "chapters", "bench")
    manuscript = set_book(folder, edit, earlier)
    if not edit:
        earlier.save()
    return manuscript


WORKERS = {"print": print_once, "edit": edit_cold, "edit warm": edit_warm}


def warm_up(folder):
    """Makes the font of the press, which a checkout makes once."""
    from sellerhelp.book.face import press_font

    press_font(Path(os.environ["BENCH_CACHE"]))


def edits(folder):
    folder.mkdir()
    chosen(folder, 50)
    command = [sys.executable, __file__, "--worker"]
    said = subprocess.run([*command, "edit warm", str(folder)], capture_output=True, text=True, check=True)
    cold, peak = measured([*command, "edit", str(folder)])
    warm = json.loads(said.stdout)
    row = {"what": "one edit", "pages": warm["pages"], "MB": peak, "bytes": 0}
    return [row | {"by": "ours, cold", "cpu": cold}, row | {"by": "ours, warm", "cpu": warm["cpu"]},
            row | {"by": "ours, warm, packed", "cpu": warm["packed"]}]  # fmt: skip


def measured(command):
    """Returns the cpu seconds of a process with its children, and the largest resident size among them in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", REAPER, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return round(cpu, 2), round(int(done.stdout.split()[-1]) / 1024)


def show(rows):
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'':12}{'':20}{'pages':>6}{'cpu s':>8}{'MB':>7}{'kB':>8}")
    for row in rows:
        print(f"{row['what']:12}{row['by']:20}{row['pages']:6}{row['cpu']:8.2f}{row['MB']:7}{row['bytes'] / 1000:8.0f}")


def _options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weasyprint", help="a Python that has WeasyPrint")
    parser.add_argument("--pages", type=int, nargs="+", default=[65, 300])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--worker", nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()

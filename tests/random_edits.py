"""The law of quick builds: after any edit they give the bytes, and say the problems, of a build that remembers nothing.

usage: .venv/bin/python -m tests.random_edits [--seed 1] [--steps 2000]     for as long as you like

Makes a small site, then edits it at random and builds it after each edit: once over the last result with everything
that was remembered, once from nothing. Stops at the first difference and leaves the tree where it says.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.conftest import ROOT

sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

import quick_build  # noqa: E402
from sellerhelp.publish import own_folder  # noqa: E402
from sellerhelp.resume.state import BODIES, Folder  # noqa: E402

from tests.writers_tree import make_tree  # noqa: E402

LONGEST = 120  # seconds for a build of a small site
MOMENT = 1793527200
DAY = 86_400
_BACK = 0.6  # of the steps after one that has broken the site
PAGES = {
    "notices.md": "notices",
    "changes.md": "changes",
    "glossary.md": "glossary",
    "index-all.md": "index",
}
GLOSSARY = """\
- id: invoice
  word: 송장
  means: 물건의 번호가 적힌 종이예요.
  page: orders/invoice.md#edit
- id: penalty
  word: 페널티
  means: 약속을 어길 때 받는 점수예요.
"""
NOTICES = """\
- id: first
  text: 점검하는 동안 [송장 고치기](orders/invoice.md)를 쓸 수 없어요.
  kind: 점검
  from: 2026-10-20
  until: 2026-11-20
  manuals: [orders, home]
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
    '<title>그림</title><text x="1" y="8">가</text></svg>'
)
SENTENCES = (
    "송장을 다시 확인하세요.",
    "페널티를 받지 않으려면 서두르세요.",
    "수수료는 {{ 판매수수료 }}예요.",
    "{{ 발송기한 }} 안에 보내세요.",
    "[송장 고치기](/orders/invoice.md#edit)",
    "**판매관리 > 정산**으로 가세요.",
    "표: 무엇\n\n| 하나 | 둘 |\n|---|---|\n| 송장 | 네 |",
    "`발송처리`를 누르세요.",
    "![그림이에요](/orders/flow.svg)",
    "/// contact\n    channels: phone\n///",
    "/// contact\n    view: days\n///",
    "/// value\n    names: [판매수수료]\n///",
    "/// faq\n    manual: orders\n///",
    "/// faq\n    ids: orders-late\n    view: table\n///",
    "/// checklist | 준비\n    id: ready\n\n- 하나\n- 둘\n///",
    "/// 주의\n조심하세요.\n///",
    "/// fees\n///",
    "[없는 쪽](nowhere.md)",
)


@dataclass
class Site:
    """A tree that is edited, with the moment and the variables of its builds."""

    root: Path
    chance: random.Random
    moment: int = MOMENT
    environ: dict[str, str] = field(default_factory=dict)
    made: int = 0
    past: list[tuple[Path, str | None]] = field(default_factory=list)

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    def pages(self) -> list[Path]:
        return sorted(path for path in self.docs.rglob("*.md"))

    def page(self) -> Path:
        return self.chance.choice(self.pages())

    def change(self, path: Path, change: Callable[[str], str]) -> None:
        text = path.read_text("utf-8")
        self.past.append((path, text))
        path.write_text(change(text), "utf-8")

    def number(self) -> int:
        self.made += 1
        return self.made

    def written(self) -> dict[Path, bytes]:
        """Returns all that can be edited."""
        folders = [self.root / name for name in ("docs", "hooks", "overrides")]
        found = [path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
        return {path: path.read_bytes() for path in [*found, self.root / "mkdocs.yml"]}

    def go_back(self, files: dict[Path, bytes]) -> str:
        """Brings back what written() returned."""
        now = self.written()
        for path in now.keys() - files.keys():
            path.unlink()
        for path in [path for path, data in files.items() if now.get(path) != data]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[path])
        self.past.clear()
        return "back to what was sound"


def make_site(folder: Path, seed: int) -> Site:
    """Makes the small site: the sound docs of the canaries, and a page of every kind of ours."""
    tree = make_tree(folder)
    site = Site(tree, random.Random(seed))
    for name, block in PAGES.items():
        head = f"---\ntitle: {block}\ndescription: 여기에 모두 모았어요. 한눈에 보세요.\nupdated: 2026-10-01\n---\n"
        (site.docs / name).write_text(f"{head}\n/// {block}\n///\n", "utf-8")
    (site.docs / "glossary.yml").write_text(GLOSSARY, "utf-8")
    (site.docs / "notices.yml").write_text(NOTICES, "utf-8")
    (site.docs / "orders" / "flow.svg").write_text(SVG, "utf-8")
    config = tree / "mkdocs.yml"
    # The cut of the typeface takes five seconds and is remembered by its letters alone.
    config.write_text(config.read_text("utf-8").replace("type: subset", "type: system"), "utf-8")
    return site


def body(site: Site) -> str:
    sentence = site.chance.choice(SENTENCES)
    page = site.page()
    depth = len(page.relative_to(site.docs).parts) - 1
    added = f"\n{sentence.replace('(/', '(' + '../' * depth)}\n\n{site.number()}번째 글이에요.\n"
    site.change(page, lambda text: text + added)
    return f"{page.name}: {sentence[:30]}"


def plain(site: Site) -> str:
    """What most savings are: words of a page, which no other page tells."""
    page = site.page()
    if found := re.search(r"\n\d+번 더 적은 글이에요[^\n]*", page.read_text("utf-8")):
        new = site.chance.choice(("", f"\n{site.number()}번 더 적은 글이에요. **굵은 글**도 있어요. 뷁"))
        site.change(page, lambda text: text.replace(found[0], new, 1))
        return f"{page.name}: {new or 'no plain text'!r}"
    number = site.number()
    site.change(page, lambda text: f"{text.rstrip()}\n\n{number}번 더 적은 글이에요.\n")
    return f"{page.name}: {number} plain"


def less(site: Site) -> str:
    page = site.page()
    head, _, text = page.read_text("utf-8").rpartition("\n---\n")
    parts = text.split("\n\n")
    site.chance.shuffle(parts)
    site.change(page, lambda _: f"{head}\n---\n" + "\n\n".join(parts[: max(1, len(parts) - 1)]))
    return f"{page.name}: one part less"


def title(site: Site) -> str:
    page = site.page()
    site.change(page, lambda text: re.sub(r"^title: .*", f"title: 제목 {site.number()} <b>", text, count=1, flags=re.M))
    return f"{page.name}: title"


def description(site: Site) -> str:
    page = site.page()
    new = f"description: 설명 {site.number()}번, 발송기한은 {{{{ 발송기한 }}}}이에요."
    site.change(page, lambda text: re.sub(r"^description: .*", new, text, count=1, flags=re.M))
    return f"{page.name}: description"


def anchor(site: Site) -> str:
    page = site.page()
    site.change(page, lambda text: re.sub(r"\{#\w+\}", lambda found: found[0][:-1] + "x}", text, count=1))
    return f"{page.name}: anchor"


def add(site: Site) -> str:
    number = site.number()
    path = site.docs / "orders" / f"new-{number}.md"
    head = f"title: 새 쪽 {number}\nnumber: 3-{20 + number}\ndescription: 새로 생긴 쪽이에요. 무엇이든 적어요.\nupdated: 2026-10-02\n"
    site.past.append((path, None))
    path.write_text(f"---\n{head}---\n\n## 무엇 {{#what}}\n\n{site.chance.choice(SENTENCES[:4])}\n", "utf-8")
    return f"{path.name}: added"


def delete(site: Site) -> str:
    pages = [path for path in site.pages() if path.name not in ("index.md", "faq.md")]
    if not pages:
        return add(site)
    path = site.chance.choice(pages)
    site.past.append((path, path.read_text("utf-8")))
    path.unlink()
    return f"{path.name}: deleted"


def rename(site: Site) -> str:
    pages = [path for path in site.pages() if path.parent.name == "orders" and path.name not in ("index.md", "faq.md")]
    if not pages:
        return add(site)
    path = site.chance.choice(pages)
    new = path.with_name(f"moved-{site.number()}.md")
    site.past += [(path, path.read_text("utf-8")), (new, None)]
    path.rename(new)
    return f"{path.name} -> {new.name}"


def undo(site: Site) -> str:
    if not site.past:
        return body(site)
    path, text = site.past.pop(site.chance.randrange(len(site.past)))
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(text, "utf-8")
    return f"{path.name}: as it was"


def replacing(name: str, pattern: str, *news: str) -> Callable[[Site], str]:
    def edit(site: Site) -> str:
        new = site.chance.choice(news).replace("N", str(site.number()))
        site.change(site.root / name, lambda text: re.sub(pattern, lambda _: new, text, count=1, flags=re.M))
        return f"{name}: {new[:40]!r}"

    return edit


def more(name: str, text: str) -> Callable[[Site], str]:
    def edit(site: Site) -> str:
        site.change(site.root / name, lambda old: old.rstrip() + "\n" + text.replace("N", str(site.number())))
        return f"{name}: more"

    return edit


def later(site: Site) -> str:
    site.moment += site.chance.choice((60, 3600, DAY, 20 * DAY, -DAY))
    return f"moment {site.moment}"


def address(site: Site) -> str:
    site.environ["SITE_URL"] = site.chance.choice(("https://a.example/", "https://b.example/help/"))
    return site.environ["SITE_URL"]


def feedback(site: Site) -> str:
    site.environ["FEEDBACK_ENDPOINT"] = site.chance.choice(("", "/feedback"))
    return f"feedback {site.environ['FEEDBACK_ENDPOINT']}"


PARTIALS = "overrides/partials/"
EDITS: tuple[tuple[int, Callable[[Site], str]], ...] = (
    (8, body),
    (12, plain),
    (3, less),
    (3, title),
    (2, description),
    (2, anchor),
    (3, add),
    (2, delete),
    (3, rename),
    (5, undo),
    (2, later),
    (1, address),
    (1, feedback),
    (2, replacing("docs/orders/faq.yml", r"^  answer: .*", "  answer: 다시 N번 적은 답이에요. {{ 발송기한 }} 안이에요.")),
    (1, replacing("docs/orders/faq.yml", r"^  question: .*", "  question: 질문 N은 무엇인가요?")),
    (1, replacing("docs/orders/faq.yml", r"^  tags: .*", "  tags: [송장, 발송]", "  tags: [새말]")),
    (1, more("docs/orders/faq.yml", "- id: orders-more-N\n  question: 더 N 물어요.\n  answer: 답이에요. [처음](../index.md)\n  tags: [송장]\n  updated: 2026-10-0N\n")),
    (1, replacing("docs/contact/hours.yml", r"09:00-18:\d\d", "09:00-18:30", "09:00-18:00")),
    (1, replacing("docs/contact/hours.yml", r"for: .*", "for: 급한 일 N")),
    (1, replacing("docs/values.yml", r"value: '\d+'", "value: '5'", "value: '7'")),
    (1, replacing("docs/values.yml", r"note: .*", "note: N번째")),
    (1, replacing("docs/glossary.yml", r"means: .*", "means: 뜻을 N번 고쳤어요.")),
    (1, replacing("docs/glossary.yml", r"word: .*", "word: 송장번호", "word: 송장")),
    (1, more("docs/glossary.yml", "- id: word-N\n  word: 확인\n  means: 보는 일이에요.\n")),
    (1, replacing("docs/notices.yml", r"text: .*", "text: N번째로 [처음](index.md)을 고쳤어요.")),
    (1, replacing("docs/notices.yml", r"manuals: .*", "manuals: [all]", "manuals: [contact]", "manuals: [home]")),
    (1, replacing("docs/orders/flow.svg", r">[^<]*</text>", ">나 N</text>")),
    (1, replacing(PARTIALS + "sellerhelp/head.html", r"\A", "<i>N</i>\n")),
    (1, replacing(PARTIALS + "sellerhelp/contact_strip.html", r"\Z", "<i>N</i>")),
    (1, replacing(PARTIALS + "nav.html", r"\Z", "<i>N</i>")),
    (1, replacing("overrides/main.html", r"color-scheme\" content=\"[^\"]*", 'color-scheme" content="light N')),
    (1, replacing("overrides/.icons/sellerhelp/mark.svg", r"<svg ", '<svg data-n="N" ')),
    (1, replacing("overrides/assets/sellerhelp/css/parts.css", r"\Z", "i { top: Npx; }\n")),
    (1, replacing("mkdocs.yml", r"^site_name: .*", "site_name: 도움말 N")),
    (1, replacing("mkdocs.yml", r"permalink_title: .*", "permalink_title: 주소 N")),
    (1, replacing("mkdocs.yml", r"^  generator: .*", "  generator: true", "  generator: false")),
    (1, replacing("hooks/site_manuals.py", r"number=escape\(head.number[^)]*\)", 'number=escape(head.number + "N")')),
)  # fmt: skip


def edit(site: Site) -> str:
    """Makes one random edit; says which."""
    weights, edits = zip(*EDITS, strict=True)
    for _ in range(20):
        try:
            return site.chance.choices(edits, weights)[0](site)
        except FileNotFoundError:  # an earlier edit has moved it away
            continue
    raise AssertionError("nothing left to edit")


def begin(site: Site, output: Path, is_quick: bool) -> BaseProcess:
    """Begins to build in a process of its own; `ended` returns what came of it."""
    _answer(output).unlink(missing_ok=True)
    return forked(_build_and_answer, site, output, is_quick)


def forked(work: Callable[..., None], *given: object) -> BaseProcess:
    """Begins some work in a process of its own that has everything imported."""
    path = f"{ROOT}{os.pathsep}{ROOT / 'hooks'}"
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.warm_builds"])
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = path  # the server that is forked knows no other way to ours
    process = context.Process(target=work, args=given)
    process.start()
    os.environ.pop("PYTHONPATH") if before is None else os.environ.update(PYTHONPATH=before)
    return process


def ended(process: BaseProcess, output: Path) -> dict[str, object]:
    """Returns what a build has said and written."""
    process.join(LONGEST)
    if process.exitcode is None:
        process.kill()
    answer = _answer(output)
    said = json.loads(answer.read_text("utf-8")) if answer.is_file() else {"said": f"status {process.exitcode}"}
    return {**said, "files": {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}}  # fmt: skip


def built(site: Site, output: Path, is_quick: bool) -> dict[str, object]:
    return ended(begin(site, output, is_quick), output)


def _answer(output: Path) -> Path:
    return output.with_suffix(".json")


def _build_and_answer(site: Site, output: Path, is_quick: bool) -> None:
    os.environ |= {**site.environ, "SOURCE_DATE_EPOCH": str(site.moment)}
    os.environ["SELLERHELP_CACHE"] = "on" if is_quick else "off"
    # This process ends without its farewells, so what a build without caches lays aside would lie there for ever.
    with tempfile.TemporaryDirectory(dir=output.parent) as scratch:
        tempfile.tempdir = scratch
        _answer(output).write_text(json.dumps(_build(site, output, is_quick)), "utf-8")


def _build(site: Site, output: Path, is_quick: bool) -> dict[str, object]:
    os.chdir(site.root)
    sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    if is_quick and (said := _goes_on(site.root, output)) is not None:
        return {"said": said, "stopped": False, "taken": 0, "alone": True}
    return _whole(site.root, output, is_quick) | {"alone": False}


def _goes_on(root: Path, output: Path) -> list[str] | None:
    """Does what tools/build_site.py tries first; returns what is wrong, None when that was not enough."""
    kept = Folder(root / ".cache" / "kept")
    pages = quick_build.changed_pages(root, kept, output)
    if pages is None:
        return None
    if pages:
        one = quick_build.go_on(root, kept, pages)
        if one is None or not quick_build.publish(one, root, kept, output, root / ".cache" / "spare-site"):
            return None
    return [str(problem) for problem in kept.read(BODIES).problems]


def _whole(root: Path, output: Path, is_kept: bool) -> dict[str, object]:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.config.config_options import Hooks
    from mkdocs.exceptions import Abort

    Hooks._load_hook.cache_clear()  # adapters may have been edited
    fresh = own_folder(root / ".cache", "kept")
    if is_kept:
        os.environ["SELLERHELP_KEEP"] = str(fresh)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(output))
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        stopped = False
        quick_build.keep(Folder(root / ".cache" / "kept"), fresh, output)
    except Abort:
        stopped = True
        if folder := config.extra.get("folder"):
            folder.finish()  # nobody would publish it; here it is compared
    remembered = config.extra.get("remembered")
    return {
        "said": [str(problem) for problem in config.extra["site"].problems],
        "stopped": stopped,
        "taken": remembered.taken if remembered else 0,
    }


def difference(quick: dict[str, object], plain: dict[str, object]) -> str:
    """Says where two builds differ, "" where they do not."""
    if quick["said"] != plain["said"]:
        return f"said: {quick['said']} instead of {plain['said']}"
    one, other = quick["files"], plain["files"]
    assert isinstance(one, dict) and isinstance(other, dict)
    if one.keys() - other.keys():
        return f"left over: {sorted(one.keys() - other.keys())}"
    return "".join(f"{name} differs" for name in sorted(other) if one.get(name) != other[name])[:500]


@dataclass(frozen=True)
class Walk:
    """taken: how many pages were taken over. alone: how many builds visited the edited page alone.

    difference: the first, with what led to it, or "".
    """

    taken: int
    alone: int
    difference: str


def walk(site: Site, steps: int, tell: Callable[[str], None] = lambda text: None) -> Walk:
    """Edits and builds, until two builds differ."""
    taken, alone, said, sound = 0, 0, "the first build", site.written()
    outputs = site.root.parent / "quick", site.root.parent / "plain"
    for step in range(steps):
        quick, plain = (built(site, output, is_quick) for output, is_quick in zip(outputs, (True, False), strict=True))
        if "stopped" not in quick or (found := difference(quick, plain)):
            return Walk(taken, alone, f"step {step}, {said}: {found if 'stopped' in quick else quick['said']}")
        taken += int(str(quick["taken"]))
        alone += bool(quick["alone"])
        how = "alone" if quick["alone"] else f"{quick['taken']} taken"
        tell(f"{step} {said}: {how}{', stopped' if quick['stopped'] else ''}")
        if not quick["stopped"]:
            sound = site.written()
        # A site that stays broken would never come to what follows the gate.
        is_enough = quick["stopped"] and site.chance.random() < _BACK
        said = site.go_back(sound) if is_enough else edit(site)
    return Walk(taken, alone, "")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=2000)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="random-edits-"))
    found = walk(make_site(folder / "tree", options.seed), options.steps, lambda text: print(text, flush=True))
    if found.difference:
        print(f"{found.difference}\nsee {folder}", file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

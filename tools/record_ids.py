"""Adds what readers may link to from now on to docs/published.txt: questions, pages and their anchors."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from plainly import run  # noqa: E402
from sellerhelp.faq.entry import read_entries  # noqa: E402
from sellerhelp.faq.published import PATH, read_published, write_published  # noqa: E402
from sellerhelp.gate.published import recordable  # noqa: E402
from sellerhelp.problem import framed  # noqa: E402


def main(docs=ROOT / "docs"):
    target = docs / PATH
    old = read_published(target.read_text("utf-8"), PATH) if target.is_file() else {}
    new = []
    for path in sorted(docs.glob("*/faq.yml")):
        source = path.read_text("utf-8-sig")
        name = path.relative_to(docs).as_posix()
        entries, problems = read_entries(source, name, f"docs/{name}")
        if problems:
            print("\n".join(framed(problem, source) for problem in problems), file=sys.stderr)
            return 1
        new += [entry.id for entry in entries]
    # Folders with a leading line are not published (exclude_docs).
    sources = [path for path in sorted(docs.rglob("*.md")) if not path.relative_to(docs).as_posix().startswith("_")]
    pages = {path.relative_to(docs).as_posix(): path.read_text("utf-8-sig") for path in sources}
    new += recordable(pages)
    target.write_text(write_published(old, new), "utf-8")
    print(f"공개한 질문, 쪽, 자리 {len({*old, *new})}개를 적어 두었어요: docs/{PATH}")
    return 0


if __name__ == "__main__":
    run(main)

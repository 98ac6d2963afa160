"""Adds the ids of all questions to the list of those that readers may have linked to."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from sellerhelp.faq.entry import read_entries  # noqa: E402
from sellerhelp.faq.published import PATH, read_published, write_published  # noqa: E402
from sellerhelp.problem import framed  # noqa: E402


def main():
    target = ROOT / "docs" / PATH
    old = read_published(target.read_text("utf-8"), PATH) if target.is_file() else {}
    new = []
    for path in sorted((ROOT / "docs").glob("*/faq.yml")):
        shown, source = path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
        entries, problems = read_entries(source, path.relative_to(ROOT / "docs").as_posix(), shown)
        if problems:
            print("\n".join(framed(problem, source) for problem in problems), file=sys.stderr)
            return 1
        new += [entry.id for entry in entries]
    target.write_text(write_published(old, new), "utf-8")
    print(f"공개한 질문 {len({*old, *new})}개를 적어 두었어요: docs/{PATH}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

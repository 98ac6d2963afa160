"""Reports on the fact base: who rests on a fact, which facts nobody uses, how old the pages' facts are.

usage: python tools/facts.py [ID ...]
With ids: every page, question and word that rests on them. With the name of a file (settlement): its unused facts.
Without: the counts, the unused facts by file, the pages by age.
"""

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from plainly import run  # noqa: E402
from sellerhelp.facts.base import read_base, users_of  # noqa: E402
from sellerhelp.facts.fact import FOLDER  # noqa: E402
from sellerhelp.facts.uses import by_age, resting_on, unused  # noqa: E402
from sellerhelp.faq.entry import read_entries  # noqa: E402
from sellerhelp.frontmatter import read_head  # noqa: E402
from sellerhelp.gate.show import report  # noqa: E402
from sellerhelp.glossary.reader import PATH, read_glossary  # noqa: E402
from sellerhelp.particle import attach  # noqa: E402
from sellerhelp.problem import nearest  # noqa: E402

DOCS = ROOT / "docs"


def main(names):
    facts, problems, users = _read()
    if problems:
        print(report(problems, {problem.path: (ROOT / problem.path).read_text("utf-8") for problem in problems}))
        return 1
    files = {name.rpartition("-")[0] for name in facts}
    for name in names:
        if name in facts:
            _of_fact(facts[name], users)
        elif name in files:
            _of_file(name, facts, users)
        else:
            near = nearest(name, [*facts, *files])
            hint = f" {attach(near, '을/를')} 찾았나요?" if near else ""
            print(f"사실 {attach(name, '이/가')} 없어요.{hint}", file=sys.stderr)
            return 1
    if not names:
        _summary(facts, users)
    return 0


def _read():
    sources = {_shown(path): path.read_text("utf-8") for path in sorted((DOCS / FOLDER).glob("*.md"))}
    facts, problems = read_base(sources)
    pages = [path for path in sorted(DOCS.rglob("*.md")) if FOLDER not in path.relative_to(DOCS).parts]
    heads = [read_head(path.read_text("utf-8"), path.relative_to(DOCS).as_posix(), _shown(path))[0] for path in pages]
    entries = []
    for path in sorted(DOCS.glob("*/faq.yml")):
        entries += read_entries(path.read_text("utf-8"), path.relative_to(DOCS).as_posix(), _shown(path))[0]
    glossary = DOCS / PATH
    words = glossary.read_text("utf-8") if glossary.exists() else ""
    terms = read_glossary(words, _shown(glossary), [head.path for head in heads])[0]
    return facts, problems, users_of(heads, entries, terms)


def _of_fact(fact, users):
    print(f"{fact.id}  {fact.text}")
    for user in resting_on(fact.id, users):
        print(f"    {user.place.path}:{user.place.line}  {user.title}")


def _of_file(stem, facts, users):
    idle = [fact for fact in unused(facts, users) if fact.id.rpartition("-")[0] == stem]
    print(f"docs/{FOLDER}/{stem}.md에서 아무 데서도 쓰지 않는 사실 {len(idle)}개")
    for fact in idle:
        print(f"    {fact.place.line}: {fact.id}  {fact.text}")


def _summary(facts, users):
    idle = unused(facts, users)
    print(f"사실 {len(facts)}개, 확인이 필요한 사실 {sum(fact.is_doubtful for fact in facts.values())}개")
    print(f"아무 데서도 쓰지 않는 사실 {len(idle)}개 (make facts ID=settlement 로 하나씩 볼 수 있어요)")
    for stem, count in sorted(Counter(fact.id.rpartition("-")[0] for fact in idle).items()):
        print(f"    docs/{FOLDER}/{stem}.md  {count}개")
    print("가장 오래된 사실이 있는 쪽부터")
    for date, user in by_age(users, facts):
        print(f"    {date or '날짜 모름':10}  {user.place.path}  {user.title}")


def _shown(path):
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    run(lambda: main(sys.argv[1:]))

"""The writers' guide is true: every right example passes the gate, every wrong one gives exactly the words shown.

An example is a fenced block of docs/guide/*.md whose first line says what it is:
  { .yaml .right .head }    lines of a page's head        { .md .right .body }   Markdown of a page
  { .md .right .page }      a whole page                  { .yaml .right .faq }  an entry of faq.yml
  { .yaml .right .values }  docs/values.yml               { .yaml .right .notices }  docs/notices.yml
  { .yaml .right .hours }   exceptions of contact/hours.yml
  { .svg .right .drawing }  a drawing of a page      { .yaml .right .glossary }  docs/glossary.yml
`.wrong` instead of `.right` is followed by a block { .text .said }: what the gate says. { .sh .command } holds commands.
Each is laid over the sound little project of tests/canaries. UPDATE=1 writes the said blocks anew: read them.
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from sellerhelp.frontmatter import FENCE
from sellerhelp.gate.show import report
from sellerhelp.guide import is_guide

from tests.conftest import ROOT, tool

GUIDE = ROOT / "docs" / "guide"
SOUND = ROOT / "tests" / "canaries" / "_sound" / "docs"
TODAY = datetime.date(2026, 11, 1)
# A new page or question is on no list until `make ids`: right, and said.
NEW = {"published-new", "faq-id-unrecorded"}
_BLOCK = re.compile(r"^(`{3,})[ ]*\{([^}\n]*)\}\n(.*?)^\1$", re.S | re.M)
check = tool("check").check


@dataclass(frozen=True)
class Example:
    """kind: head, body, page, faq, ... said: what the gate says, "" for a right one."""

    page: str
    line: int
    kind: str
    text: str
    said: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(path: Path) -> list[tuple[set[str], str, re.Match[str]]]:
    source = path.read_text("utf-8")
    return [({word[1:] for word in found[2].split()}, found[3], found) for found in _BLOCK.finditer(source)]


def examples() -> list[Example]:
    found = []
    for path in sorted(GUIDE.glob("*.md")):
        rows = blocks(path)
        for at, (words, text, match) in enumerate(rows):
            if not words & {"right", "wrong"}:
                continue
            (kind,) = words & set(LAY)
            said = ""
            if "wrong" in words:
                assert rows[at + 1][0] == {"text", "said"}, f"{path.name}: a wrong example needs what is said about it"
                said = rows[at + 1][1]
            line = match.string.count("\n", 0, match.start()) + 1
            found.append(Example(path.name, line, kind, text, said))
    return found


def lay_head(docs: Path, text: str) -> None:
    """Puts lines into the head of a page, in the places of keys that it has."""
    page = docs / "orders" / "invoice.md"
    source = page.read_text("utf-8")
    match = FENCE.match(source)
    head = match[1]
    for key in re.findall(r"^([^\s#:]+):", text, re.M):
        head = re.sub(rf"^{re.escape(key)}:.*\n(?:[ -].*\n)*", "", head, flags=re.M)
    page.write_text(f"---\n{head}{text}---\n{source[match.end() :]}", "utf-8")


def lay_body(docs: Path, text: str) -> None:
    page = docs / "orders" / "invoice.md"
    source = page.read_text("utf-8")
    at = source.index("## 자주 묻는 질문")
    page.write_text(f"{source[:at]}{text}\n{source[at:]}", "utf-8")


def lay_page(docs: Path, text: str) -> None:
    (docs / "orders" / "gift-order.md").write_text(text, "utf-8")


def lay_faq(docs: Path, text: str) -> None:
    data = docs / "orders" / "faq.yml"
    data.write_text(data.read_text("utf-8") + text, "utf-8")


def lay_hours(docs: Path, text: str) -> None:
    hours = docs / "contact" / "hours.yml"
    hours.write_text(hours.read_text("utf-8").replace("exceptions: []\n", text), "utf-8")


def lay_values(docs: Path, text: str) -> None:
    (docs / "values.yml").write_text(text, "utf-8")


def lay_notices(docs: Path, text: str) -> None:
    (docs / "notices.yml").write_text(text, "utf-8")


def lay_drawing(docs: Path, text: str) -> None:
    folder = docs / "orders" / "img"
    folder.mkdir()
    (folder / "steps.svg").write_text(text, "utf-8")
    lay_body(docs, "![보내는 차례](img/steps.svg)\n")


def lay_glossary(docs: Path, text: str) -> None:
    (docs / "glossary.yml").write_text(text, "utf-8")
    with (docs / "orders" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n/// glossary\n///\n")


LAY = {name.removeprefix("lay_"): lay for name, lay in list(globals().items()) if name.startswith("lay_")}


def told(example: Example, tmp_path: Path) -> str:
    docs = tmp_path / "docs"
    shutil.copytree(SOUND, docs)
    before = {problem.rule for problem in check(docs, TODAY).problems}
    LAY[example.kind](docs, example.text)
    found = check(docs, TODAY)
    problems = [problem for problem in found.problems if problem.rule not in NEW | before]
    # The full-width spaces before a caret are for terminals; on a page the gate would take them for slips.
    return report(problems, found.sources).replace("\u3000", "  ")


@pytest.mark.parametrize("example", [one for one in examples() if not one.said], ids=str)
def test_a_right_example_passes_the_gate(example, tmp_path):
    assert told(example, tmp_path) == ""


@pytest.mark.parametrize("example", [one for one in examples() if one.said], ids=str)
def test_a_wrong_example_gives_the_words_that_are_shown(example, tmp_path):
    said = told(example, tmp_path) + "\n"
    if os.environ.get("UPDATE"):
        return write(GUIDE / example.page, example.text, said)
    assert said == example.said


def write(path: Path, text: str, said: str) -> None:
    """Puts what is said after a wrong example."""
    rows = blocks(path)
    at = next(at for at, row in enumerate(rows) if row[1] == text and "wrong" in row[0])
    start, end = rows[at + 1][2].span(3)
    source = path.read_text("utf-8")
    path.write_text(source[:start] + said + source[end:], "utf-8")


def test_there_are_examples_of_every_kind_and_both_right_and_wrong():
    assert {one.kind for one in examples()} == set(LAY)
    assert len([one for one in examples() if one.said]) >= 12 and len(examples()) >= 30


def commands() -> list[tuple[str, str]]:
    return [
        (path.name, line)
        for path in sorted(GUIDE.glob("*.md"))
        for words, text, _ in blocks(path)
        if "command" in words
        for line in text.splitlines()
    ]


@pytest.mark.parametrize(("page", "line"), commands())
def test_a_command_of_the_guide_is_one_of_the_makefile(page, line):
    makefile = (ROOT / "Makefile").read_text("utf-8")
    word, target, *variables = re.findall(r'(?:[^\s"]|"[^"]*")+', line)
    assert word == "make"
    recipe = re.search(rf"^{re.escape(target)}:.*\n((?:\t.*\n)+)", makefile, re.M)
    assert recipe, target
    scripts = re.findall(r"tools/(\w+\.py)", recipe[1])
    source = recipe[0] + "".join((ROOT / "tools" / name).read_text("utf-8") for name in scripts)
    for variable in variables:
        name = variable.partition("=")[0]
        assert re.search(rf"\b{name}\b", source), f"{target} knows no {name}"


def test_every_code_block_of_the_guide_is_held_by_a_test():
    known = {"right", "wrong", "said", "command"}
    for path in sorted(GUIDE.glob("*.md")):
        fences = re.findall(r"^`{3,}.*$", path.read_text("utf-8"), re.M)[::2]
        loose = [fence for fence in fences if not set(re.findall(r"\.(\w+)", fence)) & known]
        assert loose == [], path.name


def test_all_keys_of_heads_and_questions_are_explained():
    from sellerhelp.faq.entry import KEYS
    from sellerhelp.frontmatter import known_keys

    heads, questions = (GUIDE / "head.md").read_text("utf-8"), (GUIDE / "questions.md").read_text("utf-8")
    assert [key for key in known_keys() if f"`{key}`" not in heads] == []
    assert [key.name for key in KEYS if f"`{key.name}`" not in questions] == []


def test_all_blocks_are_explained():
    from sellerhelp.prose.check import KNOWN

    text = (GUIDE / "prose.md").read_text("utf-8")
    assert [name for name in KNOWN if f"/// {name}" not in text] == []


def test_readers_never_meet_the_guide(site):
    assert (site / "guide" / "index.html").is_file()
    for path in site.rglob("*.html"):
        inside = is_guide(path.relative_to(site).as_posix())
        html = path.read_text("utf-8")
        assert ('<meta name="robots" content="noindex">' in html) == inside or path.name == "404.html"
        if not inside:
            assert not re.search(r'href="[^"]*\bguide/', html), path
    assert "guide/" not in (site / "sitemap.xml").read_text("utf-8")
    assert not [path for path in (site / "search").rglob("*.json") if '"guide/' in path.read_text("utf-8")]

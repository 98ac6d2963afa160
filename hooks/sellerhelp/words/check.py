"""Everything that is checked about the language of the sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sellerhelp.frontmatter import FENCE
from sellerhelp.garbage import uncollected
from sellerhelp.memory import Memory, key_of
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.words.abbreviations import unexplained
from sellerhelp.words.data import passages
from sellerhelp.words.finding import Finding, found, problems
from sellerhelp.words.invisible import pieces, strays
from sellerhelp.words.language import Language
from sellerhelp.words.passage import Passage, as_kept, from_kept
from sellerhelp.words.style import sentence_findings, space_findings
from sellerhelp.words.terms import Terms
from sellerhelp.words.traced import Lines
from sellerhelp.words.wording import Wording

if TYPE_CHECKING:
    from sellerhelp.words.near import Likeness, Synonyms


@uncollected()  # hundreds of thousands of pieces of text, none in a circle
def check_words(
    sources: Mapping[str, str],
    terms: Terms,
    synonyms: Callable[[], Synonyms],
    language: Language,
    memory: Memory,
    basis: str = "",
) -> list[Problem]:
    """Returns what is wrong with the language of the sources. sources: "docs/orders/invoice.md" -> text.

    synonyms: reads them, if somebody must compare questions. memory: of what each file had. basis: the texts from
    which terms and synonyms were read. Files in folders whose name begins with _ are left out.
    """
    sources = {path: source for path, source in sources.items() if "/_" not in path}  # notes, no pages
    wording = Wording(terms, language)
    told: list[Problem] = []
    asked: list[tuple[str, list]] = []
    for path, source in sorted(sources.items()):
        key = key_of(basis, path, source)
        if (kept := memory.get(key)) is None:
            group = passages(path, source)
            mistakes = problems(_of_file(path, source, group, wording, terms, language), sources)
            rows = [as_kept(one) for one in group if one.kind == "question" and one.text.text]
            kept = {"problems": [one.as_row() for one in mistakes], "questions": rows}
            memory.keep(key, kept)
        told += [Problem.from_row(row) for row in kept["problems"]]
        asked += [(path, row) for row in kept["questions"]]
    told += _double_questions(asked, sources, synonyms, language, memory, basis)
    return sorted(set(told))


def _double_questions(
    asked: Sequence[tuple[str, list]],
    sources: Mapping[str, str],
    synonyms: Callable[[], Synonyms],
    language: Language,
    memory: Memory,
    basis: str,
) -> list[Problem]:
    """asked: file and question, as the memory of that file has it."""
    if len(asked) < 2:
        return []
    lines = {path: Lines(sources[path]) for path in {path for path, _ in asked}}
    # A problem tells the lines of both questions.
    places = [lines[path].place(row[2][0])[0] for path, row in asked]
    key = key_of("questions", basis, repr(asked), repr(places))
    rows = memory.get(key)
    if rows is None:
        questions = [from_kept(path, row) for path, row in asked]
        mistakes = problems(_questions(questions, places, synonyms(), language), sources)
        rows = [one.as_row() for one in mistakes]
        memory.keep(key, rows)
    return [Problem.from_row(row) for row in rows]


def _of_file(
    path: str, source: str, group: Sequence[Passage], wording: Wording, terms: Terms, language: Language
) -> Iterator[Finding]:
    """Yields what is wrong with a file, whatever stands in others."""
    yield from _letters(path, source)
    yield from _sentences(group, source, wording, terms, language)
    yield from _abbreviations(group, terms)


def _letters(path: str, source: str) -> Iterator[Finding]:
    """Yields what nobody sees in a file."""
    head = FENCE.match(source) if path.endswith(".md") else None
    yaml_end = head.end() if head else 0 if path.endswith(".md") else len(source)
    for one in strays(source, yaml_end):
        text = f"보이지 않거나 깨진 글자가 있어요: {one.name}."
        mend = {"": "지우세요.", None: "지우고 다시 적으세요."}.get(one.instead, "보통 빈칸으로 고치세요.")
        yield Finding(path, one.start, one.end, source[one.start : one.end], "words-invisible", text, mend, one.instead)
    for one in pieces(source):
        text = f"{attach(one.name, '이/가')} 낱자로 풀려 있어요(NFD). 눈에는 같아도 찾아지지 않아요."
        mend = f"{attach(one.name, '을/를')} 다시 치세요."
        yield Finding(path, one.start, one.end, source[one.start : one.end], "words-nfd", text, mend, one.instead)


def _sentences(
    group: Sequence[Passage], source: str, wording: Wording, terms: Terms, language: Language
) -> Iterator[Finding]:
    for passage in group:
        yield from space_findings(passage, source)
        for sentence in passage.sentences():
            yield from wording.findings(sentence)
            yield from sentence_findings(sentence, terms, language)


def _abbreviations(group: Sequence[Passage], terms: Terms) -> Iterator[Finding]:
    means = dict(terms.means)
    refused = {word for term in terms.terms for word in term.refused}  # told already, with what to write instead
    for use in unexplained(group, terms.known | refused):
        text = f"{attach(use.short, '을/를')} 풀이 없이 썼어요."
        example = f"{use.short}({means.get(use.short, '쉬운 말')})"
        mend = (
            f"처음 쓸 때 ‘{example}’처럼 풀어 적으세요.\n누구나 아는 말이면 docs/terms.yml의 abbreviations에 더하세요."
        )
        yield found(use.passage, use.start, use.end, "words-abbreviation", text, mend)


def _questions(
    questions: Sequence[Passage], places: Sequence[int], synonyms: Synonyms, language: Language
) -> Iterator[Finding]:
    """places: the lines on which the questions stand."""
    from sellerhelp.words.near import alike  # why: a check of one page compares no questions

    for likeness in alike([one.typed for one in questions], synonyms, language):
        first, second = likeness.first, likeness.second
        yield _double(questions[first], questions[second], likeness, places[first])


def _double(first: Passage, second: Passage, likeness: Likeness, line: int) -> Finding:
    """line: where the first of the two stands."""
    shared = ", ".join(likeness.shared)
    where = f"{first.path}의 {line}번째 줄 ‘{first.typed}’"
    end = len(second.text.text)
    if likeness.score > 0.999:
        text = f"말만 다르고 뜻이 같은 질문이 있어요: {where}. 같은 말: {shared}."
        mend = "한 질문으로 합치고, 지우는 질문의 id를 was에, 그 물음을 also에 적으세요."
        return found(second, 0, end, "words-question-same", text, mend)
    text = f"비슷한 질문이 있어요({round(likeness.score * 100)}%): {where}. 같은 말: {shared}."
    mend = "답이 같으면 하나로 합치고, 다르면 무엇이 다른지 질문에 드러내세요."
    return found(second, 0, end, "words-question-near", text, mend, level="warning")

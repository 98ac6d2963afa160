"""Looks at the files below docs/ before anything reads them: what could stop, mislead or swamp a build."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sellerhelp.frontmatter import FENCE
from sellerhelp.gate.written import prose_with_code
from sellerhelp.problem import Problem

TEXTS = (".md", ".yml", ".txt")
# Characters of a page. Ours have 5,000; Python-Markdown takes quadratic time for some texts.
MOST = 30_000
MOST_QUOTES, MOST_INDENT, MOST_OPEN, MOST_TAGS, MOST_BLOCKS = 5, 32, 100, 1000, 8
MOST_CONFLICTS = 50
# \x02 and \x03 are the marks that Python-Markdown keeps its own places with. YAML files have a rule of their own.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What Git leaves where two people changed the same lines.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.M)
_TWO_VERSIONS = re.compile(r"^<{7}(?: [^\n]*)?\n(.*?)^={7}\n(.*?)^>{7}(?: [^\n]*)?$", re.M | re.S)
_QUOTES = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.M)
_INDENT = re.compile(r"^[ \t]+(?=\S)", re.M)
_OPEN = re.compile(rf"[\[<*_`(&!]{{{MOST_OPEN},}}")
_RESERVED = re.compile(r"[\\:*?\"<>|#%\s]|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|$)", re.I)


@dataclass
class Intake:
    """texts: path below docs/ -> what is read instead. originals: what stands there, where that is not shown otherwise.

    refused: paths that nothing may read.

    is_endless: a folder is a link; walking it might never end.
    """

    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    is_endless: bool = False


def take_in(docs: Path) -> Intake:
    """Looks at every file of the folder; hidden ones are no part of the site."""
    intake = Intake()
    real = docs.resolve()
    paths = []
    for path in _walk(docs, docs, intake):
        name = path.relative_to(docs).as_posix()
        if path.is_symlink() and not path.resolve().is_relative_to(real):
            intake.refused.add(name)
            text, mend = "docs 폴더 밖을 가리키는 바로가기예요.", "파일을 docs 폴더 안으로 복사하세요."
            intake.problems.append(Problem(f"docs/{name}", 0, 0, text, mend, rule="file-link-outside"))
            continue
        paths.append(name)
        if path.suffix in TEXTS:
            _read(path, name, intake)
    intake.problems += _name_problems(paths)
    return intake


def _walk(folder: Path, docs: Path, intake: Intake) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and path.is_dir():
            intake.is_endless = True
            text, mend = "폴더를 가리키는 바로가기는 쓸 수 없어요.", "바로가기를 지우고 폴더를 docs 안으로 복사하세요."
            shown = f"docs/{path.relative_to(docs).as_posix()}"
            intake.problems.append(Problem(shown, 0, 0, text, mend, rule="file-link-folder"))
        elif entry.is_dir():
            yield from _walk(path, docs, intake)
        else:
            yield path


def _read(path: Path, name: str, intake: Intake) -> None:
    """Reads one text; what must not reach the build is replaced by what may."""
    if path.stat().st_size > MOST * 4 and path.suffix == ".md":
        intake.texts[name] = _too_big(path.open(encoding="utf-8", errors="replace").read(MOST), name, intake)
        return
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        intake.problems.append(_encoding_problem(raw, error, name))
        text = intake.texts[name] = _lines(raw.decode(*(["cp949"] if _is_cp949(raw) else ["utf-8-sig", "replace"])))
    text = _lines(text)
    if found := _CONFLICT.search(text):
        text = _first_version(text, found.start(), name, intake)
    if path.suffix == ".md":
        _judge(text, name, intake)


def sound_page(path: Path) -> str | None:
    """Returns the text of a page as it will be read, None when there is something to tell about it."""
    intake = Intake()
    if path.stat().st_size > MOST * 4 or b"\r" in path.read_bytes():
        return None
    _read(path, "", intake)
    return None if intake.problems or intake.texts else path.read_text("utf-8-sig")


def _first_version(text: str, offset: int, name: str, intake: Intake) -> str:
    """Tells of two versions that nobody has chosen from; the first one is read, every line where it was."""
    said = "두 사람이 고친 글이 합쳐지지 않은 채 남아 있어요."
    mend = "두 글 가운데 하나를 남기고 <<<<<<<, =======, >>>>>>> 줄을 지우세요."
    intake.problems.append(_at(text, offset, name, said, mend, "file-conflict"))
    # A file full of marks would take quadratic time; it is no merge.
    first = text
    if len(_CONFLICT.findall(text)) <= 2 * MOST_CONFLICTS:
        first = _TWO_VERSIONS.sub(lambda both: "\n" + both[1] + "\n" * (both[2].count("\n") + 1), text)
    intake.texts[name], intake.originals[name] = first, text
    return first


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _judge(text: str, name: str, intake: Intake) -> None:
    """Notes what a page must not hold."""
    if len(text) > MOST:
        intake.texts[name] = _too_big(text, name, intake)
    elif found := _CONTROL.search(text):
        mend = "그 자리를 지우고 다시 적으세요."
        intake.problems.append(_at(text, found.start(), name, "보이지 않는 제어 문자가 있어요.", mend, "file-control"))
        intake.texts[name] = _CONTROL.sub(" ", text)
    elif problem := _nesting(text, name):
        intake.problems.append(problem)
        intake.texts[name], intake.originals[name] = _head(text), text


def _too_big(text: str, name: str, intake: Intake) -> str:
    mend = f"쪽 하나는 {MOST:,}자까지예요. 여러 쪽으로 나누세요."
    intake.problems.append(Problem(f"docs/{name}", 0, 0, "쪽이 너무 커요.", mend, rule="file-too-big"))
    return _head(text)


def _head(text: str) -> str:
    head = FENCE.match(text)
    return head[0] if head else ""


def _nesting(text: str, name: str) -> Problem | None:
    """Names the first place that nests so deep that reading it would take minutes or the whole stack."""
    body = prose_with_code(text)
    for found in _QUOTES.finditer(body):
        if found[0].count(">") > MOST_QUOTES:
            mend = f"‘>’는 {MOST_QUOTES}개까지만 겹쳐 쓸 수 있어요."
            return _at(text, found.start(), name, "인용이 너무 깊어요.", mend, "file-nesting")
    for found in _INDENT.finditer(body):
        if len(found[0].expandtabs(4)) > MOST_INDENT:
            mend = f"줄 앞의 빈칸은 {MOST_INDENT}개까지만 쓸 수 있어요."
            return _at(text, found.start(), name, "들여쓰기가 너무 깊어요.", mend, "file-nesting")
    if problem := _too_many_tags(text, body, name) or _deep_block(text, body, name):
        return problem
    if (found := _OPEN.search(body)) or (found := _left_open(body)):
        return _at(
            text, found.start(), name, "여는 괄호나 기호가 너무 많이 이어져요.", "짝이 맞게 닫으세요.", "file-nesting"
        )
    return None


def _left_open(body: str) -> re.Match[str] | None:
    """Returns the first bracket of a page that opens far more of them than it closes."""
    for opened, closed in (("[", "]"), ("](", ")")):
        if body.count(opened) - body.count(closed) > MOST_OPEN:
            return re.search(re.escape(opened), body)
    return None


def _too_many_tags(text: str, body: str, name: str) -> Problem | None:
    tags = list(re.finditer(r"</?[a-zA-Z]", body))
    if len(tags) <= MOST_TAGS:
        return None
    mend = f"마크다운으로 적으세요. 쪽 하나에 {MOST_TAGS:,}개까지 쓸 수 있어요."
    return _at(text, tags[MOST_TAGS].start(), name, "HTML이 너무 많아요.", mend, "file-nesting")


def _deep_block(text: str, body: str, name: str) -> Problem | None:
    depth = 0
    for found in re.finditer(r"^ {0,3}/{3,}[ ]*([\w-]*).*$", body, re.M):
        depth = depth + 1 if found[1] else max(depth - 1, 0)
        if depth > MOST_BLOCKS:
            mend = "블록마다 끝에 ///만 있는 줄을 넣으세요."
            return _at(text, found.start(), name, "블록이 너무 깊어요.", mend, "file-nesting")
    return None


def _at(text: str, offset: int, name: str, said: str, mend: str, rule: str) -> Problem:
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return Problem(f"docs/{name}", line, column, said, mend, rule=rule)


def _encoding_problem(raw: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    before = _lines(raw[: error.start].decode("utf-8-sig"))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    is_korean = _is_cp949(raw)
    mend = "편집기에서 ‘UTF-8로 저장’을 고르고 다시 저장하세요."
    said = (
        "한글이 옛 방식(CP949)으로 저장됐어요."
        if is_korean
        else "글자를 읽을 수 없어요. UTF-8로 저장한 파일이 아니에요."
    )
    return Problem(f"docs/{name}", line, column, said, mend, rule="file-encoding")


def _is_cp949(raw: bytes) -> bool:
    try:
        return any("가" <= letter <= "힣" for letter in raw.decode("cp949"))
    except UnicodeDecodeError:
        return False


def _name_problems(paths: list[str]) -> Iterator[Problem]:
    """Names files that would lie at one address, and names that some disk or browser cannot hold."""
    owners: dict[str, list[str]] = {}
    for name in paths:
        owners.setdefault(unicodedata.normalize("NFC", _address(name)).casefold(), []).append(name)
    for name, (first, *others) in ((name, names) for names in owners.values() for name in names):
        if name in others:
            text = f"‘docs/{first}’와 주소가 같아져요. 대소문자나 한글 저장 방식만 달라도 같은 주소예요."
            yield Problem(f"docs/{name}", 0, 0, text, "둘 가운데 하나의 이름을 바꾸세요.", rule="file-name-twice")
        elif (not others and _RESERVED.search(name)) or not (others or unicodedata.is_normalized("NFC", name)):
            text = "파일 이름에 쓸 수 없는 글자가 있어요."
            mend = "소문자 로마자, 숫자, ‘-’로 적으세요. 예: late-shipping.md"
            yield Problem(f"docs/{name}", 0, 0, text, mend, rule="file-name")


def _address(name: str) -> str:
    """Returns where a file will lie: cancel.md and cancel/index.md are one."""
    bare = name.removesuffix(".md")
    return bare.removesuffix("/index") if bare != name else name

"""A page under another name: its file, every link to it, and the redirect from its old address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import normpath

from sellerhelp.frontmatter import FENCE, known_keys, read_head
from sellerhelp.manuals import next_chapter
from sellerhelp.particle import attach
from sellerhelp.problem import nearest
from sellerhelp.relink import link_to, moved_pages, moved_text, renamed_page

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+\.md")
_NUMBER = re.compile(r"^(number:[ \t]*)[^\s#]+", re.M)
# Its names in brackets, or one a line (2: what stands before their dashes).
_WAS = re.compile(r"^was:[ \t]*(?:([^\r\n]+)|(?:\r?\n( *)- [^\r\n]*)+)?", re.M)


def refusal(docs: Mapping[str, str], old: str, new: str) -> str:
    """Says in Korean why a page cannot be renamed, or "". docs: path below docs/ -> text."""
    if not old or not new:
        return "옛 이름과 새 이름을 알려 주세요. 예: make rename FROM=orders/cancel.md TO=orders/cancel-order.md"
    if old not in docs:
        near = nearest(old, [path for path in docs if path.endswith(".md")])
        hint = f"{attach(near, '을/를')} 옮기려고 했나요?" if near else "docs/ 아래의 경로를 적으세요."
        return f"‘docs/{old}’가 없어요. {hint}"
    if old.rpartition("/")[2] == "index.md" or "/" not in old:
        return f"{attach(old, '은/는')} 매뉴얼의 첫 쪽이나 사이트의 쪽이라 이름을 바꿀 수 없어요."
    if not _NAME.fullmatch(new):
        return f"이름 {attach(new, '을/를')} 쓸 수 없어요. 소문자 로마자와 숫자를 ‘-’로 이어 적으세요. 예: TO=orders/cancel-order.md"
    if any(path.lower() == new.lower() for path in docs):
        return f"‘docs/{new}’가 이미 있어요. 다른 이름을 고르세요."
    if not any(path.startswith(new.rpartition("/")[0] + "/") for path in docs):
        return f"‘docs/{new.rpartition('/')[0]}’ 폴더가 없어요. 있는 매뉴얼의 폴더를 적으세요."
    return ""


def path_below_docs(written: str) -> str:
    """Returns the path below docs/ of a name as somebody typed it: docs/orders/a.md, ./orders/a.md, orders/a."""
    written = written.strip().replace("\\", "/")
    if not written:
        return ""
    path = normpath(written).removeprefix("docs/")
    return path if path.endswith(".md") else f"{path}.md"


def new_number(docs: Mapping[str, str], old: str, new: str) -> str:
    """Returns the number that a page gets in another manual, "" when it stays in its own."""
    folder = new.split("/")[0]
    if old.split("/")[0] == folder:
        return ""
    heads = [
        read_head(text, path, path)[0]
        for path, text in docs.items()
        if path.startswith(f"{folder}/") and path.endswith(".md")
    ]
    index = next((head for head in heads if head.path == f"{folder}/index.md"), None)
    return f"{index.number}-{next_chapter(heads)}" if index else ""


def renamed(docs: Mapping[str, str], old: str, new: str) -> dict[str, str | None]:
    """Returns the texts that change: path below docs/ -> new text, None for the file that goes."""
    number = new_number(docs, old, new)
    changed: dict[str, str | None] = {}
    for path, text in docs.items():
        if path != old:
            after = renamed_page(text, path, old, new)
            if after != text:
                changed[path] = after
    return {**changed, old: None, new: _moved(docs[old], old, new, number)}


def _moved(text: str, old: str, new: str, number: str) -> str:
    """Returns the page as it stands in its new file, with its earlier name among `was`. number: a new one, or ""."""
    text = renamed_page(text, old, old, new)
    match = FENCE.match(text)
    at = match.end() if match else 0
    head = moved_pages(text[:at], old, new)
    if number:
        head = _NUMBER.sub(lambda found: found[1] + number, head)
    return _with_redirect(head, link_to(old, new)) + moved_text(text[at:], old, new)


def _with_redirect(head: str, was: str) -> str:
    """Adds an earlier name to a head. was: the old file as a link from the new one."""
    if "was" not in known_keys() or not head:
        return head
    line_end = "\r\n" if "\r\n" in head else "\n"
    found = _WAS.search(head)
    if not found:
        at = head.rindex("---")
        return f"{head[:at]}was: [{was}]{line_end}{head[at:]}"
    if found[2] is not None:  # one name a line
        at = found.end()
        return f"{head[:at]}{line_end}{found[2]}- {was}{head[at:]}"
    names = [*filter(None, (name.strip() for name in (found[1] or "").strip().strip("[]").split(","))), was]
    return f"{head[: found.start()]}was: [{', '.join(names)}]{head[found.end() :]}"

"""The committed list of what readers may have linked to: ids of questions, addresses and anchors of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sellerhelp.yamltext import Place

PATH = "published.txt"
_COMMENT = re.compile(r"(?:^|\s)#.*")
HEAD = """# 공개한 적이 있는 질문의 id와 쪽의 주소예요. 손으로 고치지 않아요.
# 새 질문이나 쪽을 더했으면 make ids 를 한 번 실행하세요. 줄은 더해지기만 해요.
"""


def read_published(source: str, shown: str) -> dict[str, Place]:
    """Reads the list: one id or address a line; # after a blank starts a comment, before it an anchor."""
    rows = (
        (number, _COMMENT.sub("", row).strip())
        for number, row in enumerate(source.removeprefix("\ufeff").splitlines(), 1)
    )
    return {name: Place(shown, number, 1) for number, name in rows if name}


def write_published(old: Iterable[str], new: Iterable[str]) -> str:
    """Returns the list with the new ids added; nothing ever leaves it."""
    return HEAD + "".join(f"{name}\n" for name in sorted({*old, *new}))

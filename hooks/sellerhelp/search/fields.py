"""What of a document is searched: its fields, and what each counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sellerhelp.search.documents import Document


@dataclass(frozen=True)
class Field:
    """boost: what the field counts. b: how much long texts lose, 0 to 1 (BM25)."""

    name: str
    boost: float
    b: float
    text: Callable[[Document], str]


FIELDS = (
    Field("title", 2.0, 0.5, lambda document: "" if document.kind == "term" else document.title),
    Field("also", 1.6, 0.3, lambda document: "\n".join(document.also)),
    Field("tags", 0.8, 0.3, lambda document: "\n".join(document.tags)),
    # A section is also about what its page is about.
    Field("page", 0.7, 0.3, lambda document: "" if document.is_page else document.page_title),
    # 3-4 is how an agent on the phone names a page.
    Field("number", 2.0, 0.0, lambda document: document.number if document.is_page else ""),
    Field("body", 1.0, 0.75, lambda document: document.body),
    Field("term", 0.5, 0.0, lambda document: document.title if document.kind == "term" else ""),
)

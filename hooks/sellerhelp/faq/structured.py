"""Questions as schema.org FAQPage data (https://schema.org/FAQPage)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def faq_page(rows: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Returns the JSON-LD of a page. rows: question and answer, both plain text."""
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
            for question, answer in rows
        ],
    }

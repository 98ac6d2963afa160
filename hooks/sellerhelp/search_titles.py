"""Puts the pages' numbers into the search index, so that a result is called as the page is."""

from __future__ import annotations

import json
from collections.abc import Mapping


def number_titles(index: str, numbers: Mapping[str, str]) -> str:
    """Returns the search index (JSON) with "3-4 " before each page's title.

    numbers: address below the site's root -> number. Sections (with a #) keep their titles.
    """
    data = json.loads(index)
    for entry in data["docs"]:
        number = numbers.get(entry["location"])
        if number and not entry["title"].startswith(f"{number} "):
            entry["title"] = f"{number} {entry['title']}"
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

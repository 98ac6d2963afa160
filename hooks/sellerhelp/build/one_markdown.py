"""One Markdown parser for all pages of a build: to make one takes longer than to parse a page."""

from __future__ import annotations

from typing import Any

import markdown


class OneMarkdown:
    """Stands for the module `markdown` where a parser is made for each page, always with the same options."""

    def __init__(self) -> None:
        self._parser: markdown.Markdown | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(markdown, name)

    def Markdown(self, **options: Any) -> markdown.Markdown:
        if self._parser is None:
            self._parser = markdown.Markdown(**options)
        return self._parser.reset()

"""Takes a page's HTML apart into the sections that a reader can be led to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLOCK = {
    "p",
    "li",
    "tr",
    "td",
    "th",
    "dt",
    "dd",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "caption",
    "summary",
    "details",
    "ol",
    "ul",
}
_SILENT = {"script", "style", "svg", "template", "sh-contact", "sh-settlement", "sh-fees"}
# Helpers for the ear and buttons, links to oneself, lists of what stands elsewhere, questions, which are documents
# of their own, and of dated values all but what holds now.
_SILENT_CLASSES = {
    *("vh", "headerlink", "sh-faq", "sh-catalogue", "sh-changes", "sh-archive", "sh-checklist__foot"),
    *("sh-value__note", "sh-term__note", "sh-dated__other", "sh-basis"),
}


@dataclass
class Section:
    """id: the anchor, "" for what stands before the first heading. title, text: plain. is_term: of a glossary."""

    id: str
    title: str = ""
    text: str = ""
    is_term: bool = False


@dataclass
class _Open:
    tag: str
    silent: bool
    heading: bool = False


@dataclass
class _Reader:
    sections: list[Section] = field(default_factory=lambda: [Section("")])
    stack: list[_Open] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        return bool(self.stack) and self.stack[-1].silent

    def open(self, tag: str, attributes: dict[str, str | None]) -> None:
        classes = set((attributes.get("class") or "").split())
        silent = self.silent or tag in _SILENT or bool(classes & _SILENT_CLASSES)
        heading = tag in ("h2", "dt") and bool(attributes.get("id")) and not silent
        if heading:
            self.sections.append(Section(attributes["id"] or "", is_term=tag == "dt"))
        self.gap(tag)
        if tag not in _VOID:
            self.stack.append(_Open(tag, silent, heading or (bool(self.stack) and self.stack[-1].heading)))

    def close(self, tag: str) -> None:
        self.gap(tag)
        if any(one.tag == tag for one in self.stack):
            while self.stack.pop().tag != tag:
                pass

    def gap(self, tag: str) -> None:
        if tag in _BLOCK or tag == "br":
            self.say(" ")

    def say(self, text: str) -> None:
        if self.silent:
            return
        section = self.sections[-1]
        if self.stack and self.stack[-1].heading:
            section.title += text
        else:
            section.text += text


def sections(html: str) -> list[Section]:
    """Returns the text before the first h2 with an anchor, then each such section; empty ones are left out."""
    reader = _Reader()
    parser = HTMLParser(convert_charrefs=True)
    parser.handle_starttag = lambda tag, attributes: reader.open(tag, dict(attributes))  # type: ignore[method-assign]
    # Python-Markdown writes <br />: it parts words as <br> does.
    parser.handle_startendtag = lambda tag, attributes: reader.gap(tag)  # type: ignore[method-assign]
    parser.handle_endtag = reader.close  # type: ignore[method-assign]
    parser.handle_data = reader.say  # type: ignore[method-assign]
    parser.feed(html)
    parser.close()
    for section in reader.sections:
        section.title, section.text = _tidy(section.title), _tidy(section.text)
    first, *rest = reader.sections
    return [first, *(section for section in rest if section.text)]


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()

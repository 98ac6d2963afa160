"""Turns answers from Markdown into HTML that fits every page they stand on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from markupsafe import Markup

from sellerhelp.faq.collection import Collection
from sellerhelp.faq.entry import Entry
from sellerhelp.manuals import missing_page, resolve
from sellerhelp.particle import attach
from sellerhelp.problem import Problem
from sellerhelp.yamltext import Place

# Stands in a rendered answer for the way from the page to the site's root.
ROOT = "site-root:/"
_ALLOWED = ("https://", "http://", "tel:", "mailto:")
# What the attrs of a block could bring in; an id would stand twice where an answer does.
_REFUSED = {"id", "style"}
_CURT = 8
_SENTENCE_END = re.compile(r"(?<=[가-힣)”’][.?!])\s")


@dataclass(frozen=True)
class Answer:
    """html: with ROOT before inner addresses. first: its first sentence as plain text. plain: all of it."""

    html: str
    first: str
    plain: str

    def on_page(self, root: str) -> Markup:
        """Returns the HTML for a page. root: the way from that page to the site's root, "../../"."""
        return Markup(self.html.replace(f'"{ROOT}', f'"{root}'))


class AnswerRenderer:
    """Renders answers with the page's own Markdown extensions; raw HTML in them is shown, not obeyed."""

    def __init__(self, extensions: list[Any], configs: Mapping[str, dict], addresses: Mapping[str, str]):
        """addresses: the path of every page below docs/ -> its address below the site's root."""
        self.links = _LinkTreeprocessor(addresses)
        self.markdown = Markdown(extensions=extensions, extension_configs=dict(configs))
        self.markdown.preprocessors.deregister("html_block", strict=False)
        self.markdown.inlinePatterns.deregister("html", strict=False)
        # {href=… onclick=…} would come after the links were checked.
        self.markdown.treeprocessors.deregister("attr_list", strict=False)
        # After inline parsing (20), before anything that adds links of its own.
        self.markdown.treeprocessors.register(self.links, "site-links", 15)

    def render(self, entry: Entry) -> tuple[Answer, list[Problem]]:
        self.links.begin(entry)
        self.markdown.reset()
        html = self.markdown.convert(entry.answer)
        plain = _plain(html)
        return Answer(html, first_sentence(plain), plain), self.links.problems


def render_all(
    collection: Collection, extensions: list[Any], configs: Mapping[str, dict], addresses: Mapping[str, str]
) -> tuple[dict[str, Answer], list[Problem]]:
    """Renders every answer once; returns them by id, and the dead links in them."""
    renderer = AnswerRenderer(extensions, configs, addresses)
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for entry in collection.entries:
        answers[entry.id], wrong = renderer.render(entry)
        problems += wrong
    return answers, problems


class _LinkTreeprocessor(Treeprocessor):
    """Resolves links relative to the faq.yml that holds them."""

    def __init__(self, addresses: Mapping[str, str]):
        super().__init__()
        self.addresses = addresses

    def begin(self, entry: Entry) -> None:
        self.entry, self.problems = entry, []

    def run(self, root):  # type: ignore[no-untyped-def]
        for element in root.iter():
            for name in [name for name in element.attrib if name.startswith("on") or name in _REFUSED]:
                del element.attrib[name]
        for element in root.iter("a"):
            element.set("href", self.address(element.get("href", "")))

    def address(self, link: str) -> str:
        # Python-Markdown hides the letters of <name@host> in character references.
        spelt = unescape(link.replace(AMP_SUBSTITUTE, "&"))
        if spelt.startswith(_ALLOWED) and spelt.isprintable():
            return link
        if ":" in link.split("/")[0]:
            text = f"{attach(link, '은/는')} 쓸 수 없는 주소예요."
            self.problem(link, text, "https:// 주소나 쪽의 파일 이름을 적으세요.", "link-scheme")
            return "#"
        path, anchor = resolve(link, self.entry.source)
        if path not in self.addresses:
            self.problem(link, *missing_page(link, self.entry.source, self.addresses), "link-dead")
            return "#"
        return ROOT + self.addresses[path] + (f"#{anchor}" if anchor else "")

    def problem(self, link: str, text: str, mend: str, rule: str) -> None:
        place, raw = self.entry.answer_place, self.entry.answer_raw
        before = raw[: max(raw.find(link, raw.find(f"]({link}") + 1), 0)]
        column = len(before.rpartition("\n")[2]) + (1 if "\n" in before else place.column)
        found = Place(place.path, place.line + before.count("\n"), column)
        self.problems.append(found.problem(text, mend, rule=rule))


def first_sentence(plain: str) -> str:
    """Returns the first sentence of a text, with the second where the first is only a 네 or 아니요."""
    first, *rest = _SENTENCE_END.split(plain, maxsplit=2)
    return f"{first} {rest[0]}" if rest and len(first) < _CURT else first


def _plain(html: str) -> str:
    # Blocks end a line, inline tags do not end a word; spoken helpers are no text of the answer.
    text = re.sub(r'<span class="(?:vh|sh-value__note)"[^>]*>.*?</span>', "", html)
    text = re.sub(r"</(p|li|td|th|tr|h\d|div)>", "\n", text)
    text = re.sub(r"<[^>]+>", "", text)
    return re.sub(r"\s+", " ", Markup(text).unescape()).strip()

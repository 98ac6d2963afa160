"""Where a writer places questions: the options of a `/// faq` block, checked in the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sellerhelp.faq.collection import Collection
from sellerhelp.faq.entry import Entry
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.prose.blocks import WrittenBlock, written_blocks
from sellerhelp.schema import Key, one_of, read_map, text, texts

VIEWS = ("list", "table", "all")


@dataclass(frozen=True)
class Placement:
    """manual: "" for all. tags, ids: empty for any. view: "list" (details), "table", or "all" (everything by manual and tag)."""

    manual: str = ""
    tags: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    view: str = "list"

    def choose(self, collection: Collection) -> list[Entry]:
        """Returns the entries in the order of the ids, else in the order of the collection."""
        if self.ids:
            by_id = collection.by_id()
            return [by_id[name] for name in self.ids if name in by_id]
        return collection.of(self.manual, self.tags)


def from_options(options: dict[str, Any]) -> Placement:
    """Makes a placement of options that YAML has parsed; what does not fit is left at its default."""

    def words(value: Any) -> tuple[str, ...]:
        items = value if isinstance(value, list) else [value] if value else []
        return tuple(str(item) for item in items)

    view = options.get("view") if options.get("view") in VIEWS else VIEWS[0]
    return Placement(str(options.get("manual") or ""), words(options.get("tags")), words(options.get("ids")), view)


def check_page(source: str, shown: str, collection: Collection) -> list[Problem]:
    """Finds the mistakes in all `/// faq` blocks of a page. source: the whole Markdown file."""
    blocks = [block for block in written_blocks(source, shown) if block.name == "faq"]
    return [problem for block in blocks for problem in check(block, collection)]


def check(block: WrittenBlock, collection: Collection) -> list[Problem]:
    """Finds the mistakes in the options of one written `/// faq` block."""
    problems = list(block.problems)
    if block.options is None:
        if not problems:
            problems.append(block.place.problem("어떤 질문을 놓을지 적지 않았어요.", EXAMPLE, rule="faq-block-options"))
        return problems
    values = read_map(block.options, _KEYS, "faq 블록", problems)
    if not values:
        return problems
    placement = Placement(values["manual"], values["tags"], values["ids"], values["view"])
    problems += _unknown_names(block, placement, collection)
    if not problems and not placement.choose(collection):
        problems.append(block.place.problem("이 조건에 맞는 질문이 하나도 없어요.", EXAMPLE, rule="faq-block-none"))
    return problems


def _unknown_names(block: WrittenBlock, placement: Placement, collection: Collection) -> Iterable[Problem]:
    manuals = {entry.manual for entry in collection.entries}
    scope = placement.manual if placement.manual in manuals else ""  # one mistake, one message
    named = (
        ("manual", [placement.manual] if placement.manual else [], manuals, "매뉴얼"),
        ("tags", placement.tags, set(collection.tags(scope)), "태그"),
        ("ids", placement.ids, set(collection.by_id()), "질문 id"),
    )
    for key, words, known, what in named:
        for word in words:
            if word not in known:
                near = nearest(word, sorted(known))
                mend = f"{attach(near, '을/를')} 쓰려고 했나요?" if near else EXAMPLE
                yield block.place_of(key, word).problem(
                    f"{what} {attach(word, '이/가')} 없어요.", mend, rule="faq-block-unknown"
                )


_KEYS = [
    Key("manual", text, "manual: orders", default=""),
    Key("tags", texts, "tags: [송장]", default=()),
    Key("ids", texts, "ids: [orders-invoice-typo]", default=()),
    Key("view", one_of(*VIEWS), "view: table", default=VIEWS[0]),
]
EXAMPLE = """예:
/// faq
    manual: orders
    tags: [송장]
///"""

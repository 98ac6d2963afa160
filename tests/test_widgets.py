"""Finished parts of a page: what they show, and that no text of a writer ever becomes markup."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import material
import pytest
import yaml
from markupsafe import Markup
from sellerhelp.faq.answers import render_all
from sellerhelp.faq.collection import collect
from sellerhelp.faq.placement import Placement
from sellerhelp.frontmatter import read_head
from sellerhelp.manuals import arrange
from sellerhelp.site import Site
from sellerhelp.templates import make_environment
from sellerhelp.widgets import Widgets

OVERRIDES = Path(__file__).parent.parent / "overrides"
ENV = make_environment([str(OVERRIDES), str(Path(material.__path__[0]) / "templates")])
NUMBERS = {
    "index.md": "", "faq.md": "", "orders/index.md": "3", "orders/invoice.md": "3-1", "orders/confirm.md": "3-2",
    "orders/faq.md": "3-Q", "policy/index.md": "6", "contact/index.md": "7",
}  # fmt: skip


def head(path: str, text: str) -> dict:
    made = {"title": f"{text} {path}", "description": f"설명 {text}", "updated": "2026-11-22", "as_of": text}
    if NUMBERS[path]:
        made["number"] = NUMBERS[path]
    if path == "orders/invoice.md":
        made["know"] = [{"what": text, "is": text, "note": text}, {"what": "둘", "is": "셋"}]
        made["related"] = [{"page": "confirm.md#a", "why": text}, {"page": "gone.md", "why": "없는 쪽"}]
    if path == "index.md":
        made["frequent"] = [{"word": text, "page": "orders/invoice.md#edit"}, {"word": "없는 말", "page": "gone.md"}]
    return made


def entry(name: str, tags: list[str], text: str, **more: object) -> dict:
    fixed = {
        "id": name,
        "question": f"{text} {name}?",
        "answer": f"{text} 답이에요.\n\n[송장](../orders/invoice.md)",
        "also": [text],
    }
    return (
        fixed
        | {"tags": tags, "updated": "2026-11-22", "related": ["../orders/invoice.md", "../orders/confirm.md"]}
        | more
    )


def site(text: str = "글") -> Site:
    """A small site whose every text holds the given one."""
    made = Site(moment=0)
    for path in NUMBERS:
        source = f"---\n{yaml.safe_dump(head(path, text), allow_unicode=True)}---\n".replace(
            "'2026-11-22'", "2026-11-22"
        )
        made.heads[path], problems = read_head(source, path, path)
        assert not problems
        made.addresses[path] = path.removesuffix("index.md").replace(".md", "/")
    made.manuals = arrange(made.heads.values())[0]
    orders = [
        entry("orders-one", [text, "발송"], text, was=["orders-old"], featured=2),
        entry("orders-two", ["발송"], text, featured=1),
    ]
    sources = {"orders/faq.yml": orders, "policy/faq.yml": [entry("policy-one", ["벌점"], text)]}
    sources = {
        path: yaml.safe_dump(rows, allow_unicode=True).replace("'2026-11-22'", "2026-11-22")
        for path, rows in sources.items()
    }
    made.collection, problems = collect(sources, ["orders", "policy"], made.heads, {})
    assert [problem.level for problem in problems] == ["warning"]
    made.answers, problems = render_all(made.collection, ["attr_list", "tables"], {}, made.addresses)
    assert not problems
    return made


def widgets(text: str = "글") -> Widgets:
    made = Widgets(ENV, site(text))
    made.begin_page("orders/faq.md", "../../")
    return made


class Seen(HTMLParser):
    """What a browser would see: tags with attributes, text, and the bodies of scripts."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict]] = []
        self.text = ""
        self.scripts: list[str] = []
        self.feed(str(html))  # Markup would escape what the parser puts together
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][0] == "script":
            self.scripts.append(data)
            self.tags.append(("/script", {}))
        else:
            self.text += data

    def all(self, tag: str, **attrs: str) -> list[dict]:
        named = {name.replace("_", ""): value for name, value in attrs.items()}
        return [found for name, found in self.tags if name == tag and named.items() <= found.items()]

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


PARTS = {
    "head": lambda w: w.head("orders/invoice.md"),
    "related": lambda w: w.related("orders/invoice.md", "../../"),
    "chapters": lambda w: w.chapters("orders/index.md", "../"),
    "manuals": lambda w: w.manuals(""),
    "frequent": lambda w: w.frequent(""),
    "popular": lambda w: w.popular(""),
    "list": lambda w: w.place_faq(Placement("orders")),
    "table": lambda w: w.place_faq(Placement("orders", view="table")),
    "all": lambda w: w.place_faq(Placement(view="all")),
    "footer": lambda w: w.footer(""),
    "search_start": lambda w: w.search_start(""),
    "search_none": lambda w: w.search_none("", Markup("<p>카드</p>")),
    "catalogue": lambda w: w.place_catalogue(),
    "faq_data": lambda w: (w.place_faq(Placement()), w.faq_data("orders/faq.md"))[1],
}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img onerror=x>',
    "{{7*7}}",
    "]]>",
    "' onclick='x",
    "</script><!--",
    "{% raw %}",
    "&lt;b&gt;",
    "<svg/onload=x>",
]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_writer_becomes_markup(part, text):
    calm, seen = (Seen(PARTS[part](widgets(words))) for words in ("글", text))
    own = ["/script", "script"] if part == "faq_data" else []
    assert sorted(tag for tag, _ in seen.tags if tag in ("script", "/script", "img")) == own
    assert not [name for _, attrs in seen.tags for name in attrs if name.startswith("on")]
    assert [tag for tag, _ in seen.tags] == [tag for tag, _ in calm.tags]
    assert [sorted(attrs) for _, attrs in seen.tags] == [sorted(attrs) for _, attrs in calm.tags]


@pytest.mark.parametrize(
    "part", ["head", "related", "chapters", "manuals", "frequent", "popular", "list", "table", "all", "footer"]
)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_of_a_writer_is_shown_as_it_was_typed(part, text):
    assert text in Seen(PARTS[part](widgets(text))).text


@pytest.mark.parametrize("text", HOSTILE)
def test_the_data_for_search_engines_parse_back_to_the_same_text(text):
    seen = Seen(PARTS["faq_data"](widgets(text)))
    assert seen.all("script") == [{"type": "application/ld+json"}]
    rows = json.loads(seen.scripts[0])["mainEntity"]
    shown = "<b>" if text == "&lt;b&gt;" else text
    assert [row["name"] for row in rows] == [f"{text} {name}?" for name in ("orders-one", "orders-two", "policy-one")]
    assert {row["acceptedAnswer"]["text"] for row in rows} == {f"{shown} 답이에요. 송장"}


def test_the_head_shows_number_title_lead_dates_and_facts():
    made = PARTS["head"](widgets())
    assert '<h1 id="sh-text" tabindex="-1"><span class="sh-head__no">3-1</span> 글 orders/invoice.md</h1>' in made
    assert '<time datetime="2026-11-22">2026년 11월 22일</time>' in made
    assert (made.count("<dt>"), made.count("<small>")) == (2, 1)


def test_a_page_without_number_date_or_facts_has_a_short_head():
    w = widgets()
    w.site.heads["faq.md"], _ = read_head("글", "faq.md", "faq.md")
    made = w.head("faq.md")
    assert '<h1 id="sh-text" tabindex="-1">faq.md</h1>' in made
    assert not [word for word in ("sh-head__no", "<time", "sh-know", "sh-meta__basis", "None") if word in made]


def test_related_pages_are_linked_from_here_and_dead_ones_left_out():
    links = Seen(PARTS["related"](widgets())).all("a")
    assert links == [{"href": "../../orders/confirm/#a"}]


def test_the_chapters_stand_on_the_overview_alone():
    w = widgets()
    assert [link["href"] for link in Seen(w.chapters("orders/index.md", "../")).all("a")] == [
        "../orders/invoice/", "../orders/confirm/", "../orders/faq/",
    ]  # fmt: skip
    assert (
        w.chapters("orders/invoice.md", "../../")
        == w.chapters("policy/index.md", "../")
        == w.chapters("faq.md", "../")
        == ""
    )


def test_the_front_page_has_a_card_for_each_manual_but_the_contact():
    assert [link["href"] for link in Seen(widgets().manuals("")).all("a", _class="sh-six__go")] == [
        "orders/",
        "policy/",
    ]


def test_frequent_words_link_to_their_pages_and_dead_ones_are_left_out():
    assert Seen(widgets().frequent("./")).all("a") == [{"href": "./orders/invoice/#edit"}]


def test_popular_questions_stand_by_rank_with_their_permanent_addresses():
    links = [link["href"] for link in Seen(widgets().popular("")).all("a")]
    assert links == ["faq/", "orders/faq/#orders-two", "orders/faq/#orders-one"]


def test_nothing_to_show_shows_nothing():
    w = Widgets(ENV, Site(moment=0))
    assert [w.head("a.md"), w.related("a.md", ""), w.chapters("a.md", ""), w.frequent(""), w.faq_data("a.md")] == [
        ""
    ] * 5


def test_a_list_carries_the_anchors_of_an_entry_and_of_its_earlier_ids():
    assert Seen(PARTS["list"](widgets())).ids == ["orders-one", "orders-old", "orders-two"]


def test_a_table_links_to_entries_and_carries_no_anchor():
    seen = Seen(PARTS["table"](widgets()))
    assert seen.ids == []
    # A book prints the page in a column of its own.
    assert {"href": "../../orders/faq/#orders-one", "data-sh-unpaged": None} in seen.all("a")


def test_an_entry_placed_twice_has_its_anchor_once_and_where_it_can_be_opened():
    w = widgets()
    placements = [
        Placement("orders", view="table"),
        Placement(ids=("orders-one",)),
        Placement("orders"),
        Placement(ids=("orders-two",) * 2),
    ]
    pages = [Seen(w.place_faq(placement)) for placement in placements]
    assert [page.ids for page in pages] == [[], ["orders-one", "orders-old"], ["orders-two"], []]
    assert [len(page.all("details")) for page in pages] == [0, 1, 2, 2]


def test_the_next_page_has_its_anchors_again():
    w = widgets()
    first = Seen(w.place_faq(Placement("orders"))).ids
    w.begin_page("faq.md", "../")
    assert Seen(w.place_faq(Placement("orders"))).ids == first != []


@pytest.mark.parametrize("part", PARTS)
def test_ids_are_unique_within_a_page(part):
    w = widgets()
    html = PARTS[part](w) + w.place_faq(Placement()) + w.place_faq(Placement(view="table"))
    assert [name for name, times in Counter(Seen(html).ids).items() if times > 1] == []


def test_the_page_of_all_shows_every_entry_once_by_manual_and_tag():
    w = widgets()
    w.begin_page("faq.md", "../")
    seen = Seen(w.place_faq(Placement(view="all")))
    assert seen.ids == ["manual-orders", "orders-tag-1", "manual-policy", "policy-tag-1", "policy-one"]
    assert [link["href"] for link in seen.all("a")[:4]] == [
        "#manual-orders", "#manual-policy", "../orders/faq/#orders-one", "../orders/faq/#orders-two",
    ]  # fmt: skip
    assert len(seen.all("details")) == 1, "a manual without a page of questions has its answers here"
    assert w.site.placed["faq.md"] == ["policy-one"]


def test_the_data_for_search_engines_name_each_placed_entry_once():
    w = widgets()
    assert w.faq_data("orders/faq.md") == ""
    for placement in (Placement("orders", view="table"), Placement(ids=("policy-one", "orders-one"))):
        w.place_faq(placement)
    names = [row["name"] for row in json.loads(Seen(w.faq_data("orders/faq.md")).scripts[0])["mainEntity"]]
    assert names == ["글 orders-one?", "글 orders-two?", "글 policy-one?"]


def test_the_footer_links_to_every_manual_from_where_it_stands():
    assert [link["href"] for link in Seen(widgets().footer("../../")).all("a")] == [
        "../../orders/", "../../policy/", "../../contact/", "../../faq/", "../../contact/",
    ]  # fmt: skip

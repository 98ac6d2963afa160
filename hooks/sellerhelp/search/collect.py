"""Makes the documents of a site: each page with its sections, then its questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sellerhelp.build.by_text import NEVER, ByText
from sellerhelp.faq.rows import address
from sellerhelp.frontmatter import PageHead
from sellerhelp.guide import is_guide
from sellerhelp.navigation import FRONT
from sellerhelp.search.documents import Document
from sellerhelp.search.extract import Section, sections
from sellerhelp.search.promises import Promise
from sellerhelp.site import Site

# What is asked for by who wants a word explained.
MEANING = ("뜻", "무슨 말", "뭐예요")


def documents(site: Site, pages: Mapping[str, str], by_text: ByText = NEVER) -> list[Document]:
    """Returns what can be found. pages: path below docs/ -> the HTML of its text. The front page is no result."""
    found: list[Document] = []
    for path, html in sorted(pages.items(), key=lambda item: site.addresses[item[0]]):
        if path != FRONT and path in site.heads and not is_guide(path):
            found += _page(site, site.heads[path], by_text(sections, html))
    return found


def with_page(found: Sequence[Document], site: Site, path: str, html: str) -> Sequence[Document]:
    """Returns what can be found, with a page as it is now. found: what documents() returned; html: of the page's text."""
    address = site.addresses[path]
    places = [at for at, one in enumerate(found) if one.page == address]
    if not places:
        return found
    fresh = _page(site, site.heads[path], sections(html))
    return [*found[: places[0]], *fresh, *found[places[-1] + 1 :]]


def _page(site: Site, head: PageHead, parts: Sequence[Section]) -> list[Document]:
    page = site.addresses[head.path]
    manual = site.manual_of(head.path)
    shared = {"page": page, "number": head.number, "manual": manual.title if manual else ""}
    lead, *rest = parts
    facts = [site.plain(f"{fact.what}: {fact.answer}. {fact.note}") for fact in head.know]
    body = " ".join([head.description, *facts, lead.text])
    out = [Document("page", location=page, title=head.title, body=body, also=head.also, **shared)]
    for section in rest:
        location = f"{page}#{section.id}"
        kind, tags = ("term", MEANING) if section.is_term else ("section", ())
        out.append(
            Document(
                kind,
                location=location,
                title=section.title,
                body=section.text,
                tags=tags,
                page_title=head.title,
                **shared,
            )
        )
    return [*out, *(_question(site, entry, head, shared) for entry in _questions(site, page))]


def _questions(site: Site, page: str):
    """Returns the questions whose permanent address lies on a page."""
    return [
        entry
        for entry in site.collection.entries
        if entry.id in site.answers and address(site, entry, "").split("#")[0] == page
    ]


def _question(site: Site, entry, head: PageHead, shared: dict[str, str]) -> Document:
    return Document(
        "question",
        location=address(site, entry, ""),
        title=entry.question,
        body=site.answers[entry.id].plain,
        tags=entry.tags,
        also=entry.also,
        page_title=head.title,
        **shared,
    )


def promises(site: Site) -> list[Promise]:
    """Returns the search promises of all pages and questions."""
    found = [
        Promise(one.value.strip(), site.addresses[head.path], one.place)
        for head in site.heads.values()
        for one in head.finds
    ]
    for entry in site.collection.entries:
        found += [Promise(one.value.strip(), address(site, entry, ""), one.place) for one in entry.finds]
    return found

"""The parts of a page that we write ourselves, ready for the theme's templates.

Every method returns finished HTML of one partial in overrides/partials/sellerhelp/.
root is the way from the page to the site's root: "" on the front page, "../" and so on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.catalogue import PAGE, catalogue
from sellerhelp.faq.entry import Entry
from sellerhelp.faq.placement import Placement
from sellerhelp.faq.rows import rows
from sellerhelp.faq.structured import faq_page
from sellerhelp.jsonld import script_json
from sellerhelp.manuals import is_questions, resolve
from sellerhelp.navigation import FRONT
from sellerhelp.site import Site
from sellerhelp.values.widgets import ValueWidgets

# The dialog is in every page: few rows.
_IN_DIALOG = 5


class Widgets:
    """here: the page that is being parsed, and its way to the root; blocks in its Markdown need them."""

    def __init__(self, env: Environment, site: Site):
        self.env, self.site = env, site
        self.here, self.root = "", ""
        self.anchored: set[str] = set()
        self._heads: dict[str, Markup] = {}  # asked for twice: by the values on the page, and by its template

    def begin_page(self, path: str, root: str) -> None:
        self.here, self.root = path, root
        self.site.placed[path] = []
        self.anchored = set()

    def _render(self, name: str, **values: Any) -> Markup:
        return Markup(self.env.get_template(f"partials/sellerhelp/{name}.html").render(site=self.site, **values))

    def head(self, path: str) -> Markup:
        """The number, title, lead, dates and first facts of a page."""
        if path not in self._heads:
            head = self.site.heads.get(path)
            dated = ValueWidgets(self.env, self.site.values, self.site.day).html
            self._heads[path] = self._render("head", head=head, dated=dated) if head else Markup()
        return self._heads[path]

    def related(self, path: str, root: str) -> Markup:
        head = self.site.heads.get(path)
        links = []
        for item in head.related if head else ():
            target, anchor = resolve(item.page, path)
            if target in self.site.heads:
                links.append({**self.site.page_link(target, root, anchor), "why": item.why})
        return self._render("related", links=links) if links else Markup()

    def chapters(self, path: str, root: str) -> Markup:
        """The list of a manual's pages, on its overview only."""
        manual = self.site.manual_of(path)
        if not manual or manual.index.path != path or not manual.pages:
            return Markup()
        links = [
            {**self.site.page_link(page.path, root), "lead": page.description, "is_faq": is_questions(page)}
            for page in manual.pages
        ]
        return self._render("chapters", manual=manual, links=links)

    def manuals(self, root: str) -> Markup:
        """The six cards of the front page."""
        cards = [
            {
                **self.site.page_link(manual.index.path, root),
                "icon": f"sellerhelp/{manual.folder}",
                "lead": manual.index.description,
                "pages": [self.site.page_link(page.path, root) for page in manual.chapters[:3]],
            }
            for manual in self.site.manuals
            if manual.folder != "contact"
        ]
        return self._render("manuals", cards=cards)

    def frequent(self, root: str) -> Markup:
        """The words that readers look for most, each a link to the page that answers it."""
        words = self._words(root)
        return self._render("frequent", words=words) if words else Markup()

    def _words(self, root: str) -> list[dict[str, str]]:
        head = self.site.heads.get(FRONT)
        words = []
        for item in head.frequent if head else ():
            path, anchor = resolve(item.page, FRONT)
            if path in self.site.heads:
                words.append({**self.site.page_link(path, root, anchor), "text": item.why})
        return words

    def popular(self, root: str) -> Markup:
        entries = self.site.collection.featured()
        return self._render(
            "popular", rows=rows(self.site, entries, root), total=len(self.site.collection.entries), root=root
        )

    def place_faq(self, placement: Placement) -> Markup:
        """The questions of a `/// faq` block on the page that is being parsed."""
        if placement.view == "all":
            return self.faq_groups(self.root)
        entries = placement.choose(self.site.collection)
        return self.faq(placement, entries, self.root)

    def faq(self, placement: Placement, entries: Iterable[Entry], root: str) -> Markup:
        return self._render("faq", rows=self._placed(entries, root, placement.view == "list"), view=placement.view)

    def _placed(self, entries: Iterable[Entry], root: str, is_anchored: bool = True) -> list[dict[str, Any]]:
        """Notes that entries stand on this page; only the first time with their anchor, ids must be unique."""
        placed = []
        for row in rows(self.site, entries, root):
            name = row["entry"].id
            placed.append({**row, "is_anchor": is_anchored and name not in self.anchored})
            self.site.placed[self.here].append(name)
            if is_anchored:
                self.anchored.add(name)
        return placed

    def faq_groups(self, root: str) -> Markup:
        """All questions by manual and tag, for the page that collects them; all answers as well would be a heavy page.

        A question leads to its answer on its manual's page of questions; where there is no such page, the answer is here.
        """
        groups = []
        for manual in self.site.manuals:
            tags = {}
            seen: set[str] = set()
            for tag in self.site.collection.tags(manual.folder):
                entries = [entry for entry in self.site.collection.of(manual.folder, [tag]) if entry.id not in seen]
                seen.update(entry.id for entry in entries)
                if entries:
                    tags[tag] = rows(self.site, entries, root) if manual.questions else self._placed(entries, root)
            if tags:
                groups.append({"manual": manual, "tags": tags, "total": len(seen), "is_here": not manual.questions})
        return self._render("faq_groups", groups=groups)

    def faq_data(self, path: str) -> Markup:
        """The page's questions for search engines."""
        by_id = self.site.collection.by_id()
        ids = [name for name in self.site.placed.get(path, []) if name in by_id and name in self.site.answers]
        if not ids:
            return Markup()
        data = faq_page((by_id[name].question, self.site.answers[name].plain) for name in dict.fromkeys(ids))
        return Markup('<script type="application/ld+json">{}</script>').format(script_json(data))

    def search_start(self, root: str) -> Markup:
        """What the search dialog shows before anything is typed."""
        featured = rows(self.site, self.site.collection.featured()[:_IN_DIALOG], root)
        return self._render("search_start", words=self._words(root), rows=featured, lists=self._lists(root))

    def search_none(self, root: str, card: Markup) -> Markup:
        """What the search dialog shows instead of results. card: the contact card of the channel to ask."""
        return self._render("search_none", lists=self._lists(root), card=card)

    def _lists(self, root: str) -> list[dict[str, str]]:
        """The ways to everything that need no search."""
        named = (("symptoms.md", "증상에서 찾기"), ("faq.md", "질문 전체 목록"), (PAGE, "가나다 색인"))
        return self._links(named, root)

    def _links(self, named: Iterable[tuple[str, str]], root: str) -> list[dict[str, str]]:
        known = self.site.addresses
        return [{"url": root + known[path], "text": text} for path, text in named if path in known]

    def ways(self, root: str) -> Markup:
        """Two ways in for who has no word to search for: from the beginning, and by what has gone wrong."""
        named = (("start.md", "처음 판매한다면"), ("symptoms.md", "증상에서 찾기"))
        return self._render("ways", links=self._links(named, root))

    def catalogue_address(self, root: str) -> str:
        """The way to the static index; without one to the list of questions."""
        return next((link["url"] for link in reversed(self._lists(root))), root)

    def place_catalogue(self) -> Markup:
        """The static index of a `/// index` block on the page that is being parsed."""
        return self._render("catalogue", groups=catalogue(self.site, self.here, self.root))

    def footer(self, root: str) -> Markup:
        return self._render("footer", root=root)

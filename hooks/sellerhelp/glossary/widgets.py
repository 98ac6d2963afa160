"""The glossary as a page, and a word's meaning within a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.catalogue import LETTERS, letter_of, sort_key
from sellerhelp.glossary.first_use import Vocabulary
from sellerhelp.glossary.reader import PAGE, Term
from sellerhelp.site import Site


class GlossaryWidgets:
    """terms: of the whole glossary, filled when the file is read."""

    def __init__(self, env: Environment, site: Site):
        self.env, self.site = env, site
        self.terms: Sequence[Term] = ()

    @cached_property
    def words(self) -> Vocabulary:
        return Vocabulary(tuple(self.terms))

    def known_on(self, path: str) -> set[str] | None:
        """Returns the ids of the terms that a page is itself about; None for a page that explains none."""
        if PAGE not in self.site.heads or path == PAGE or not path:
            return None
        return {term.id for term in self.terms if term.page.partition("#")[0] == path}

    def mark(self, word: str, term: Term, root: str) -> str:
        """Returns a word as written, with its meaning."""
        url = f"{root}{self.site.addresses[PAGE]}#{term.id}"
        return self._render("term", word=word, term=term, url=url)

    def glossary(self, root: str) -> str:
        """Returns the whole glossary in the order of the Korean alphabet."""
        rows = sorted(self.terms, key=lambda term: sort_key(term.word))
        groups = [
            {
                "letter": letter,
                "id": f"letter-{LETTERS.index(letter) + 1}",
                "rows": [self._row(term, root) for term in some],
            }
            for letter, some in groupby(rows, key=lambda term: letter_of(term.word))
        ]
        return self._render("glossary", groups=groups)

    def _row(self, term: Term, root: str) -> dict[str, object]:
        path, _, anchor = term.page.partition("#")
        link = self.site.page_link(path, root, anchor) if path in self.site.heads else None
        return {"term": term, "link": link}

    def _render(self, name: str, **values: object) -> str:
        return str(Markup(self.env.get_template(f"partials/sellerhelp/{name}.html").render(**values))).strip()

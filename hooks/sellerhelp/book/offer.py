"""Where the site hands out its books: a link with pages, size and day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.book.printed import ALL, Printed
from sellerhelp.guide import is_guide


class Offer:
    """printed: the books of this build; none in a preview, where the links say so."""

    def __init__(self, env: Environment, printed: Iterable[Printed], day: date):
        self.env, self.day = env, day
        self.books = {book.name: book for book in printed}

    def manual(self, path: str, root: str) -> Markup:
        """The book of a manual, on its overview; nothing on other pages. path: of the page below docs/."""
        folder, _, name = path.partition("/")
        if name != "index.md" or folder == "contact" or is_guide(path):
            return Markup()
        return self._render([self.books.get(folder)], root)

    def everything(self, root: str) -> Markup:
        """All books, for the front page: the one with all six first."""
        books = sorted(self.books.values(), key=lambda book: book.name != ALL)
        return self._render(books or [None], root, is_front=True)

    def _render(self, books: list[Printed | None], root: str, is_front: bool = False) -> Markup:
        template = self.env.get_template("partials/sellerhelp/books.html")
        return Markup(template.render(books=books, root=root, day=self.day, is_front=is_front))

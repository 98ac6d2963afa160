"""The navigation tree drawn once for a folder is, for each page, the one drawn for that page alone."""

from __future__ import annotations

from types import SimpleNamespace

import jinja2
import pytest
from mkdocs.utils.templates import url_filter
from sellerhelp.build.drawer import TEMPLATE, Drawer, drawer

from tests.conftest import ROOT


class Page(SimpleNamespace):
    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other


def page(url, **more):
    return Page(url=url, title=f"‘{url}’ & 글", meta={"number": "1-1"}, active=False, children=None, **more)


def some_nav(ends="/"):
    """The front page, two manuals with pages in folders of several depths, and a page of its own."""
    urls = ["a/", "a/b/", "a/f1/c/", "a/f1/d/", "a/f2/c/", "a/&lt;x/"]
    manuals = [
        SimpleNamespace(title=name, active=False, children=[page(url.replace("a/", f"{name}/", 1)) for url in urls])
        for name in ("a", "z")
    ]
    front, alone = page("./"), page("faq/")
    items = [front, *manuals, alone]
    pages = [front, *(one for manual in manuals for one in manual.children), alone]
    if ends != "/":
        for one in pages:
            one.url = "index.html" if one.url == "./" else one.url.removesuffix("/") + ends
    return SimpleNamespace(items=items, pages=pages, homepage=front)


@pytest.fixture
def env():
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "overrides"))
    env.filters["url"] = url_filter
    return env


def opened(nav, page):
    for item in nav.items:
        item.active = item is page or page in (item.children or [])


def alone(env, nav, page):
    return env.get_template(TEMPLATE).render(nav=nav, page=page, base_url=".")


@pytest.mark.parametrize("ends", ["/", ".html"])
def test_each_page_shows_the_tree_that_is_drawn_for_it_alone(env, ends):
    nav, draw = some_nav(ends), drawer(env)
    hidden = [page(url) for url in ("a/f1/hidden/", "a/f1/", "elsewhere/", "-/")]
    for one in [*nav.pages, *hidden, *nav.pages]:
        opened(nav, one)
        assert draw(nav, one) == alone(env, nav, one)
        assert draw(nav, one).count("aria-current") == (one in nav.pages)


def test_a_folder_is_drawn_once_and_another_navigation_anew():
    drawn = []
    draw = Drawer(lambda nav, page: drawn.append(page.url) or '<a href="x">', lambda address, page: address)
    nav = some_nav()
    for url in ("a/f1/c/", "a/f1/d/", "a/f1/c/", "a/f2/c/"):
        one = next(one for one in nav.pages if one.url == url)
        opened(nav, one)
        draw(nav, one)
    assert drawn == ["a/f1/?/", "a/f2/?/"]
    draw(some_nav(), page("a/f1/c/"))
    assert drawn[2:] == ["a/f1/?/"]


def test_a_link_that_stands_twice_is_drawn_for_its_page():
    nav = some_nav()
    draw = Drawer(lambda nav, page: f'<a href="same"> <a href="same"> {page.url}', lambda address, page: "same")
    assert draw(nav, page("a/f1/c/")).endswith("a/f1/c/")

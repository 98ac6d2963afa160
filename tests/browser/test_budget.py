"""What a page's own script weighs: all modules that Chromium asks for before anybody presses anything."""

from __future__ import annotations

import gzip

import pytest
from sellerhelp.bundle import bundled, declared
from sellerhelp.look import ENTRIES

from tests.conftest import ROOT

PLAIN = 6400  # a page without tools: contact strip, search button, drawer, colours, print
TOOL = 12 * 1024  # what a tool may add
NOTE = 1024  # what a value or a word of the trade in a sentence may add
NOTES = ("values/", "terms/")
# The theme starts its worker on every page, beside the page; test_search_loading.py holds what that weighs.
WORKER = "search/worker.js"


@pytest.fixture
def modules(open_page, site):
    """Opens a page and returns its own scripts as they were sent: name below the scripts' folder -> bytes."""

    def load(path: str) -> dict[str, bytes]:
        asked: list[str] = []
        with open_page("404.html") as page:
            page.wait_for_load_state("networkidle")  # what this page asks for late is its own
            page.on("request", lambda request: asked.append(request.url))
            page.goto(page.url.replace("404.html", path))
            page.wait_for_load_state("networkidle")
        ours = [
            url.split("/assets/sellerhelp/")[1]
            for url in asked
            if "/assets/sellerhelp/js-" in url and WORKER not in url
        ]
        names = {name.partition("/")[2]: site / "assets/sellerhelp" / name for name in ours}
        return {name: file.read_bytes() for name, file in names.items()}

    return load


def weight(found: dict[str, bytes]) -> int:
    return len(gzip.compress(b"".join(body for _, body in sorted(found.items())), 9))


@pytest.mark.parametrize("path", ["index-all/", "changes/", "glossary/"])
def test_a_page_without_tools_weighs_at_most_6400_bytes(modules, path):
    found = modules(path)
    assert "main.js" in found and "clock.js" not in found, "what every page needs comes as one file"
    assert not {name for name in found if name.startswith((*NOTES, "settlement/", "fees/", "tool"))}
    assert weight(found) <= PLAIN


@pytest.mark.parametrize("path", ["settlement/", "ads/talk/", "policy/labelling/"])
def test_values_and_words_in_its_text_add_at_most_1_kb(modules, path):
    found = modules(path)
    assert {name for name in found if name.startswith(NOTES)}
    assert not {name for name in found if name.startswith(("settlement/", "fees/", "tool"))}
    assert weight(found) <= PLAIN + NOTE


TOOLS = {
    "": "settlement/today.js",
    "settlement/cycle/": "settlement/element.js",
    "settlement/fees/": "fees/element.js",
    "settlement/quick/": "values/dated.js",
    "contact/": "contact/card.js",
}


@pytest.mark.parametrize("path", TOOLS, ids=lambda path: path or "front")
def test_a_tool_adds_at_most_12_kb(modules, path):
    found = modules(path)
    assert TOOLS[path] in found
    assert weight(found) <= PLAIN + TOOL
    # A page carries only the tools that stand on it.
    assert path == "settlement/fees/" or "fees/element.js" not in found
    assert path == "settlement/cycle/" or "settlement/element.js" not in found


HIDDEN = "(names) => names.filter((name) => name in globalThis)"


def test_no_joined_module_hides_something_of_the_browsers_from_the_others(open_page):
    """`open` at the top of one module would be what every other means by `open`."""
    folder = ROOT / "overrides/assets/sellerhelp"
    sources = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.js")}
    joined = sources.keys() - bundled(sources, ENTRIES[0]).keys() | {ENTRIES[0]}
    names = [name for module in joined for name in declared(sources[module])]
    assert len(names) > 50
    with open_page("404.html") as page:
        assert page.evaluate(HIDDEN, names) == []
        assert page.evaluate(HIDDEN, ["open", "print", "stateAt"]) == ["open", "print"]


def test_modules_arrive_without_comments(modules):
    found = modules("settlement/cycle/")
    assert not [name for name, body in found.items() if b"/**" in body or body.lstrip().startswith(b"//")]

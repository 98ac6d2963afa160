"""A real Chromium, and pages in it that report everything that goes wrong."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from browser import find, find_shell  # noqa: E402

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The headless shell hints letters otherwise than a browser on a screen; that one does not know this switch.
    "--font-render-hinting=slight",
]


def wait_for(page: Page, expression: str, *, arg: object = None, timeout: float = 30_000) -> None:
    """Waits, milliseconds, until an expression or a function of JavaScript gives something true.

    In the place of playwright's own, which asks again by eval() in the page: the site's content policy refuses that.
    """
    end = time.monotonic() + timeout / 1000
    while True:
        try:
            if page.evaluate(expression, arg):
                return
        except Error as error:
            if "context was destroyed" not in str(error):  # the page has gone to another one meanwhile
                raise
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(20)


def stay(page: Page) -> None:
    """Waits until links are followed without a new document (the theme reads the site's map first), and marks this one."""
    page.wait_for_load_state("networkidle")
    page.evaluate("globalThis.sameDocument = true")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_shell() or find()
    assert path, "크로미엄이 없어요. make test 가 설치하거나 CHROMIUM=실행파일 로 알려 주세요."
    Page.wait_for_function = wait_for
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def assets_url() -> Iterator[str]:
    """The address under which overrides/assets/ lies, for tests of single modules."""
    from tests.conftest import serve

    server = serve(ROOT / "overrides" / "assets")
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _with_font(route: Route) -> None:
    sheet = route.fetch()
    assert "font-display:optional" in sheet.text()
    route.fulfill(response=sheet, body=sheet.text().replace("font-display:optional", "font-display:block"))


@contextmanager
def opened(
    browser: Browser,
    address: str,
    *,
    moment: str = "",
    scripts: str = "",
    needs_font: bool = False,
    has_clock: bool = False,
    **context,
) -> Iterator[Page]:
    """Opens a page; afterwards nothing may have gone wrong in it.

    moment: what the page takes for now, ISO 8601 with its zone. scripts: run before the page's own.
    needs_font: measures letters: waits for the font, which a page does without when it comes late.
    has_clock: its time can be wound on; from before the page's scripts: none may end with one clock what it began with another.
    context: what playwright's new_context takes (viewport, timezone_id, color_scheme, ...).
    """
    tab = browser.new_context(**{"locale": "ko-KR", "timezone_id": "Asia/Seoul", **context})
    page = tab.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    if moment:
        page.add_init_script(f"globalThis.__shNow = Date.parse({moment!r});")
    if scripts:
        page.add_init_script(scripts)
    if needs_font:
        page.route("**/look.*.css", _with_font)
    if has_clock:
        page.clock.install()
    page.goto(address)
    try:
        yield page
        assert wrong == []
    finally:
        tab.close()


@pytest.fixture
def open_page(browser: Browser, site_url: str):
    """Opens a path of the built site: with open_page("faq/", viewport=...) as page."""
    return lambda path="", **options: opened(browser, site_url + path, **options)


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory, site: Path):
    """Builds a copy of the tree with files of the test's own, without books, and serves it.

    build_site({"docs/a.yml": text}, NAME=value). It comes after the site: what that remembered need not be made again.
    """
    from tests.conftest import build, copy_tree, free_port, serve

    servers = []

    def make(files: dict[str, str], **environ: str) -> str:
        tree, port = copy_tree(tmp_path_factory.mktemp("own") / "tree"), free_port()
        for name, text in files.items():
            (tree / name).write_text(text, "utf-8")
        done = build(tree / "site", tree, SITE_URL=f"http://127.0.0.1:{port}/", BOOK_PRINT="false", **environ)
        assert done.returncode == 0, done.stderr
        servers.append(serve(tree / "site", port))
        return f"http://127.0.0.1:{port}/"

    yield make
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site of tests/golden/docs/ in today's look, for what is compared with golden files: no edit of docs/ moves it."""
    from tests.conftest import build, free_port, serve

    tree, port = tmp_path_factory.mktemp("sample") / "tree", free_port()
    for name in ("hooks", "overrides", "tools"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "golden" / "docs", tree / "docs")
    for name in ("mkdocs.yml", "pyproject.toml", "requirements"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tree / name)
    done = build(tree / "site", tree, SITE_URL=f"http://127.0.0.1:{port}/")
    assert done.returncode == 0, done.stderr
    server = serve(tree / "site", port)
    yield f"http://127.0.0.1:{port}/"
    server.shutdown()

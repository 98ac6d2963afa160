"""The folder that opens from a disk: search, contact card and links work in it, and nothing asks for a network.

Fixtures: browser (Playwright), offline_folder (made by the command that writers use).
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import BUILD_MOMENT, ROOT
from tests.test_site import Page

FIELD = "[data-md-component=search-query]"
PHONE = {"viewport": {"width": 390, "height": 800}}
OPEN_HOURS = "2026-11-23T10:40:00+09:00"


@pytest.fixture(scope="module")
def offline_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("disk") / "도움말 folder"
    command = [sys.executable, "tools/build_offline.py", "--output", str(folder)]
    environ = {"SOURCE_DATE_EPOCH": BUILD_MOMENT, "PATH": "", "SITE_URL": "https://shop.example/help/"}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return folder


def lost(request) -> list[str]:
    """Returns a request that found nothing; one that the page's leaving cut short (its icon, say) has lost nothing."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.failure}: {request.url}"]


@contextmanager
def opened(browser, folder: Path, path: str, tail: str = ""):
    """Opens a file of the folder with the network away; afterwards nothing may have gone wrong."""
    tab = browser.new_context(locale="ko-KR", timezone_id="America/New_York", offline=True, **PHONE)
    page = tab.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: wrong.extend(lost(request)))
    page.on("request", lambda request: None if request.url.startswith("file:") else wrong.append(request.url))
    page.add_init_script(f"globalThis.__shNow = Date.parse({OPEN_HOURS!r});")
    page.goto((folder / path).as_uri() + tail)
    page.wait_for_load_state("networkidle")
    try:
        yield page
        assert wrong == []
    finally:
        tab.close()


def search(page, query: str) -> None:
    page.locator("[data-sh-toggle=search]:visible").first.click()
    page.keyboard.insert_text(query)
    page.locator(".md-search-result__item a").first.wait_for()


@pytest.mark.parametrize("path", ["index.html", "orders/invoice/index.html"])
def test_a_question_is_found_and_its_answer_opens(browser, offline_folder, path):
    with opened(browser, offline_folder, path) as page:
        search(page, "송장번호 잘못 입력했어요")
        row = page.locator(".md-search-result__item").first
        assert row.locator(".sh-hit__where").inner_text().split("\n") == ["바로 답", "3-Q 주문·배송"]
        row.locator("a").first.click()
        page.wait_for_url("**/orders/faq/index.html?h=*#orders-invoice-typo")
        page.locator("details[open] #orders-invoice-typo, details[open]:has(#orders-invoice-typo)").first.wait_for(
            state="attached"
        )
        page.locator("mark").first.wait_for()
        assert page.locator("mark", has_text="송장").first.is_visible()


def test_every_page_opens_without_a_fault_and_all_its_elements_live(browser, offline_folder):
    waiting = """[...new Set([...document.querySelectorAll("*")].map((node) => node.localName))]
        .filter((name) => name.startsWith("sh-") && !customElements.get(name))"""
    with opened(browser, offline_folder, "index.html") as page:
        for path in sorted(offline_folder.rglob("*.html")):
            page.goto(path.as_uri())
            page.wait_for_function(f"{waiting}.length === 0")


def test_a_file_that_is_gone_is_noticed(browser, tmp_path):
    (tmp_path / "index.html").write_text('<!doctype html><title>t</title><img src="gone.svg" alt="">', "utf-8")
    with (
        pytest.raises(AssertionError, match=r"ERR_FILE_NOT_FOUND: file:.*/gone\.svg"),
        opened(browser, tmp_path, "index.html"),
    ):
        pass


def test_repairs_and_synonyms_need_no_worker(browser, offline_folder):
    with opened(browser, offline_folder, "index.html") as page:
        search(page, "qothdql")
        assert "배송비" in page.locator(".md-search-result__item").first.inner_text()


def test_the_contact_card_is_live(browser, offline_folder):
    with opened(browser, offline_folder, "contact/index.html") as page:
        card = page.locator("sh-contact.sh-card").first
        assert "is-open" in card.get_attribute("class").split()
        assert card.locator("[data-word]").inner_text() == "상담 중"


def test_nothing_found_still_leads_on(browser, offline_folder):
    with opened(browser, offline_folder, "index.html") as page:
        page.locator("[data-sh-toggle=search]:visible").first.click()
        page.keyboard.insert_text("쀍쀍쀍")
        page.locator(".sh-none a", has_text="가나다 색인").click()
        page.wait_for_url("**/index-all/index.html")
        assert page.locator("h1").inner_text() == "가나다 색인"


def test_an_address_with_a_query_searches(browser, offline_folder):
    with opened(browser, offline_folder, "faq/index.html", "?q=반품") as page:
        page.locator(".md-search-result__item a").first.wait_for()
        assert page.locator(FIELD).input_value().strip() == "반품"


def test_a_file_of_the_index_that_is_gone_is_said_plainly(browser, offline_folder, tmp_path):
    tab = browser.new_context(**PHONE)
    page = tab.new_page()
    page.route("**/core.js", lambda route: route.abort())
    page.goto((offline_folder / "index.html").as_uri())
    page.locator("[data-sh-toggle=search]:visible").first.click()
    page.keyboard.insert_text("송장")
    page.locator(".sh-none h2", has_text="검색을 불러오지 못했어요").wait_for()
    tab.close()


def test_every_link_names_a_file_and_none_is_absolute(offline_folder):
    dead = []
    for path in offline_folder.rglob("*.html"):
        for link in Page(path).links:
            target = link.split("#")[0].split("?")[0]
            if link.startswith(("https:", "tel:", "mailto:", "data:")) or not target:
                continue
            if link.startswith("/") or not (path.parent / target).is_file():
                dead.append((path.relative_to(offline_folder).as_posix(), link))
    assert dead == []


def test_nothing_names_the_address_on_a_server(offline_folder):
    named = [
        path.name for path in offline_folder.rglob("*.html") if 'href="https://shop.example' in path.read_text("utf-8")
    ]
    assert named == []


def test_the_zip_holds_the_folder_file_by_file(offline_folder):
    with zipfile.ZipFile(offline_folder.with_name(offline_folder.name + ".zip")) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
        moments = {entry.date_time for entry in archive.infolist()}
    there = {
        f"seller-help/{path.relative_to(offline_folder).as_posix()}": path.read_bytes()
        for path in offline_folder.rglob("*")
        if path.is_file()
    }
    assert held == there
    assert len(moments) == 1

"""make serve in a browser: a saved page comes at once, problems stand in it, other pages stay as they are."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import opened
from tests.conftest import free_port
from tests.writers_tree import SOUND, make_tree


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    tree = make_tree(tmp_path_factory.mktemp("live"))
    config = tree / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("type: subset", "type: system"), "utf-8")
    guide = tree / "docs" / "guide" / "index.md"  # the ribbon leads there
    guide.parent.mkdir()
    guide.write_text((tree / "docs" / "faq.md").read_text("utf-8").replace("자주 묻는 질문", "글쓰기 안내"), "utf-8")
    page = tree / "docs" / "orders" / "invoice.md"
    page.write_text(page.read_text("utf-8") + "\n" + "송장을 확인하세요.\n\n" * 80, "utf-8")
    return tree


@pytest.fixture(scope="module")
def live(tree) -> Iterator[str]:
    address = f"127.0.0.1:{free_port()}"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("SOURCE_DATE")}
    scratch = tree / ".cache" / "scratch"
    scratch.mkdir(parents=True)
    with (tree / "said.txt").open("w") as said:
        command = [sys.executable, "tools/serve.py", "--dev-addr", address]
        server = subprocess.Popen(command, cwd=tree, stdout=said, stderr=said, env={**environ, "TMPDIR": str(scratch)})
    try:
        for _ in range(400):
            try:
                urllib.request.urlopen(f"http://{address}/", timeout=60).read()
                break
            except OSError:
                assert server.poll() is None, (tree / "said.txt").read_text()
                time.sleep(0.25)
        yield f"http://{address}/"
        assert list(scratch.iterdir()), "canary: what it has built does not lie where it is looked for"
    finally:
        server.terminate()
        server.wait(20)
    assert not list(scratch.iterdir()), "a preview leaves its pages on the disk"


@pytest.fixture
def invoice(tree):
    """The page that is edited; it is as before after the test."""
    path = tree / "docs" / "orders" / "invoice.md"
    text = path.read_text("utf-8")
    yield path
    path.write_text(text, "utf-8")


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def shows(page, text: str) -> None:
    page.wait_for_function("text => document.body?.innerText.includes(text)", arg=text, timeout=60_000)


def test_a_saved_text_appears_and_the_page_stays_where_it_was(browser, live, invoice):
    with opened(browser, live + "orders/invoice/") as page:
        page.evaluate("scrollTo(0, 1500)")
        append(invoice, "\n방금 적은 글이에요.\n")
        shows(page, "방금 적은 글이에요.")
        page.wait_for_function("Math.abs(scrollY - 1500) < 3")


def test_another_page_is_not_loaded_again(browser, live, invoice):
    with opened(browser, live + "contact/") as page, opened(browser, live + "orders/invoice/") as edited:
        page.evaluate("window.mark = 1")
        append(invoice, "\n다른 쪽은 그대로예요.\n")
        shows(edited, "다른 쪽은 그대로예요.")
        assert page.evaluate("window.mark") == 1
        append(invoice, "\n[없는 곳](nowhere.md)\n")
        edited.wait_for_selector(".sh-preview-problems b", timeout=60_000)
        # Its own problems are told there; here they are counted, and only now it is another page.
        page.wait_for_selector(".sh-preview-problems details", timeout=60_000)
        assert page.evaluate("window.mark") is None


def test_a_mistake_stands_in_the_page_until_it_is_mended(browser, live, invoice):
    text = invoice.read_text("utf-8")
    with opened(browser, live + "orders/invoice/") as page:
        append(invoice, "\n[없는 곳](nowhere.md)\n")
        box = page.locator(".sh-preview-problems")
        box.wait_for(timeout=60_000)
        shows(page, "docs/orders/invoice.md:")
        assert "오류" in box.inner_text()
        invoice.write_text(text, "utf-8")
        page.wait_for_function("!document.querySelector('.sh-preview-problems')", timeout=60_000)


def test_it_survives_broken_files_and_goes_on(browser, live, tree, invoice):
    config = tree / "mkdocs.yml"
    source = config.read_text("utf-8")
    with opened(browser, live + "orders/invoice/") as page:
        config.write_text("site_name: [\n", "utf-8")
        shows(page, "도중에 멈췄어요")
        config.write_text(source, "utf-8")
        page.wait_for_function("!document.querySelector('.sh-preview-problems')", timeout=60_000)
        partial = tree / "overrides" / "partials" / "content.html"
        html = partial.read_text("utf-8")
        partial.write_text(html + "{% if %}", "utf-8")
        shows(page, "도중에 멈췄어요")
        partial.write_text(html, "utf-8")
        page.wait_for_function("!document.querySelector('.sh-preview-problems')", timeout=60_000)
        invoice.write_bytes(b"---\ntitle: [half\n\xff\xfe")
        page.wait_for_selector(".sh-preview-problems", timeout=60_000)
        invoice.write_text((SOUND / "orders" / "invoice.md").read_text("utf-8") + "\n다시 살아났어요.\n", "utf-8")
        shows(page, "다시 살아났어요.")

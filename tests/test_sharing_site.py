"""How the built site is found and passed on: tags, pictures, the way to a page, copies, lists for programs."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as etree
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image
from sellerhelp.sharing.cards import Card, Studio
from sellerhelp.sharing.crawlers import robots_txt
from sellerhelp.sharing.manifest import manifest

from tests.conftest import ROOT

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


class Head(HTMLParser):
    """The tags of a page's head by name or property, its links by rel, its structured data."""

    def __init__(self, path: Path):
        super().__init__()
        self.tags, self.links, self.data, self._in_data = {}, {}, [], False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "meta":
            self.tags[values.get("property") or values.get("name")] = values.get("content")
        if tag == "link":
            self.links.setdefault(values.get("rel"), []).append(values)
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, text):
        if self._in_data:
            self.data.append(json.loads(text))
            self._in_data = False


def own_pages(site: Path) -> list[Path]:
    """All pages for readers: not the writers' guide, not what sends readers on."""
    pages = [path for path in sorted(site.rglob("index.html")) if "guide" not in path.relative_to(site).parts]
    return [path for path in pages if 'http-equiv="refresh"' not in path.read_text("utf-8")]


def address(site: Path, path: Path) -> str:
    return path.parent.relative_to(site).as_posix().removeprefix(".") + "/" if path.parent != site else ""


def test_every_page_says_what_a_shared_link_shows(site, site_port):
    root = f"http://127.0.0.1:{site_port}/"
    pages = own_pages(site)
    assert len(pages) > 80
    for path in pages:
        head = Head(path)
        assert head.tags["og:url"] == root + address(site, path) == head.links["canonical"][0]["href"], path
        assert head.tags["og:title"] and head.tags["og:description"] == head.tags["description"], path
        assert head.tags["twitter:card"] == "summary_large_image"
        picture = site / head.tags["og:image"].removeprefix(root)
        assert picture.is_file(), path
        if (manual := path.relative_to(site).parts[0]) in ("orders", "settlement", "contact"):
            assert picture.name.startswith(manual + ".")


def test_the_pictures_have_the_size_that_they_claim_and_are_small(site):
    pictures = list((site / "assets" / "sellerhelp" / "cards").iterdir())
    assert len(pictures) == 8
    for path in pictures:
        assert Image.open(path).size == (1200, 630)
        assert path.stat().st_size < 20_000, path


def test_the_same_words_are_the_same_picture_and_a_damaged_one_is_drawn_again(tmp_path):
    card = Card(
        "도움말", "3", "#주문 *배송* <b>", "설명", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    )
    (name, first), fonts = Studio(tmp_path / "a", ROOT / ".cache" / "book").card("a", card), ROOT / ".cache" / "book"
    assert Studio(tmp_path / "b", fonts).card("a", card) == (name, first)
    kept = next((tmp_path / "b").iterdir())
    kept.write_bytes(kept.read_bytes()[:50])
    assert Studio(tmp_path / "b", fonts).card("a", card) == (name, first)


def test_the_way_to_a_page_is_structured_data(site, site_port):
    root = f"http://127.0.0.1:{site_port}/"
    for path in own_pages(site):
        trails = [data for data in Head(path).data if data.get("@type") == "BreadcrumbList"]
        assert len(trails) == (path.parent != site), path
        for trail in trails:
            items = trail["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert items[0]["item"] == root and items[-1]["item"] == root + address(site, path)
    invoice = Head(site / "orders" / "invoice" / "index.html").data
    names = [item["name"] for data in invoice if "itemListElement" in data for item in data["itemListElement"]]
    assert names == ["처음", "주문·배송", "발송처리와 송장 입력"]


def test_every_structured_data_names_its_vocabulary_and_kind(site):
    for path in own_pages(site):
        for data in Head(path).data:
            assert data["@context"] == "https://schema.org", path
            assert "@type" in data or all("@type" in one for one in data["@graph"]), path


def test_the_sitemap_holds_every_page_with_the_day_of_its_last_change(site, site_port):
    root = f"http://127.0.0.1:{site_port}/"
    rows = {
        row.find("s:loc", NS).text.removeprefix(root): row.find("s:lastmod", NS).text
        for row in etree.parse(site / "sitemap.xml").getroot()
    }
    assert sorted(rows) == sorted(address(site, path) for path in own_pages(site))
    for name, day in rows.items():
        source = ROOT / "docs" / (name.rstrip("/") + ".md" if name else "index.md")
        source = source if source.is_file() else ROOT / "docs" / name / "index.md"
        assert re.search(rf"^updated: {day}$", source.read_text("utf-8"), re.M), name


def test_robots_are_told_where_the_map_is(site, site_port):
    said = (site / "robots.txt").read_text("utf-8")
    assert said == f"User-agent: *\nDisallow:\n\nSitemap: http://127.0.0.1:{site_port}/sitemap.xml\n"
    assert "Sitemap" not in robots_txt("")


def test_every_page_has_a_copy_whose_links_lead_to_files(site):
    dead = []
    for path in own_pages(site):
        copy = path.with_name("index.md")
        text = copy.read_text("utf-8")
        assert text.startswith("# ") and "비공식 안내서예요" in text, copy
        for link in re.findall(r"\]\(([^)]+)\)", text):
            target = urlsplit(link)
            if not target.scheme and target.path and not (copy.parent / unquote(target.path)).is_file():
                dead.append((copy.relative_to(site).as_posix(), link))
    assert dead == []
    assert not list((site / "guide").rglob("*.md"))


def test_a_copy_holds_answers_values_and_places(site):
    questions = (site / "orders" / "faq" / "index.md").read_text("utf-8")
    assert "### 송장번호를 잘못 넣었어요. 지금이라도 고칠 수 있나요? {#orders-invoice-typo}" in questions
    assert "‘배송중’일 때만 고칠 수 있어요." in questions
    fees = (site / "settlement" / "fees" / "index.md").read_text("utf-8")
    assert "{{" not in fees and "## " in fees and "| --- |" in fees


def test_llms_txt_names_every_copy_once(site, site_port):
    root = f"http://127.0.0.1:{site_port}/"
    text = (site / "llms.txt").read_text("utf-8")
    assert text.startswith("# 판매자 도움말\n\n> ")
    named = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): \S", text, re.M)
    assert sorted(named) == sorted(root + address(site, path) + "index.md" for path in own_pages(site))


def test_the_manifest_names_signs_that_are_there(site):
    said = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert said["name"] == "판매자 도움말" and said["start_url"] == "./"
    for icon in said["icons"]:
        data = (site / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            assert "x".join(map(str, Image.open(io.BytesIO(data)).size)) == icon["sizes"]
    head = Head(site / "orders" / "invoice" / "index.html")
    (linked,) = head.links["manifest"]
    assert (site / "orders" / "invoice" / linked["href"]).resolve() == site / "manifest.webmanifest"
    assert json.loads(manifest('"', "<b>"))["name"] == '"'


@pytest.mark.parametrize("wanted", ["찾는 쪽이 없어요", 'data-sh-toggle="search"', "sh-card", "주문·배송"])
def test_the_missing_page_leads_on_in_korean(site, wanted):
    assert wanted in (site / "404.html").read_text("utf-8")

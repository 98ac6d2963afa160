"""The built site as files: complete, linked, escaped, and the same bytes on every day and machine."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import ROOT, build, copy_tree
from tests.writers_tree import make_tree

MANUALS = ["opening", "products", "orders", "settlement", "ads", "policy"]


class Page(HTMLParser):
    """What the tests ask of a page: its ids, links, scripts, JSON-LD and style attributes."""

    def __init__(self, path: Path):
        super().__init__()
        self.ids, self.links, self.data, self.styles, self.handlers = [], [], [], [], []
        self._in_data = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.append(values["id"])
        for name in ("href", "src"):
            if values.get(name) is not None and tag not in ("base",):
                self.links.append(values[name])
        if "style" in values:
            self.styles.append((tag, values["style"]))
        self.handlers += [name for name in values if name.startswith("on")]
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, text):
        if self._in_data:
            self.data.append(json.loads(text))
            self._in_data = False


@cache
def pages(site: Path) -> dict[str, Page]:
    found = {path.parent.relative_to(site).as_posix() + "/": Page(path) for path in sorted(site.rglob("index.html"))}
    return {"" if name == "./" else name: page for name, page in found.items()}


def test_each_manual_has_an_overview_three_pages_and_ten_questions(site):
    for manual in MANUALS:
        chapters = [path for path in (site / manual).glob("*/index.html") if path.parent.name != "faq"]
        assert (site / manual / "index.html").is_file()
        assert len(chapters) >= 3, manual
        html = (site / manual / "faq" / "index.html").read_text("utf-8")
        assert len(set(re.findall(rf'class="sh-anchor" id="({manual}-[^"]+)"', html))) >= 10, manual


def test_every_link_and_anchor_inside_the_site_leads_somewhere(site, site_port):
    root = f"http://127.0.0.1:{site_port}/"
    found = pages(site)
    dead = []
    for name, page in found.items():
        for link in page.links:
            target = urlsplit(urljoin(root + name, link))
            if f"{target.scheme}://{target.netloc}/" != root:
                continue
            path = site / unquote(target.path[1:])
            file = path / "index.html" if target.path.endswith("/") else path
            anchors = found.get(unquote(target.path[1:]))
            if not file.is_file() or (target.fragment and anchors and unquote(target.fragment) not in anchors.ids):
                # The theme's own empty anchors lead to the top of the page.
                dead.append((name, link))
    assert dead == []


def test_ids_are_unique_and_nothing_needs_a_lax_content_policy(site):
    for name, page in pages(site).items():
        doubles = sorted({one for one in page.ids if page.ids.count(one) > 1})
        assert doubles == [], (name, doubles)
        assert page.styles == [], name
        assert page.handlers == [], name


def test_pages_with_questions_carry_them_as_structured_data(site):
    for name in ["ads/faq/", "orders/faq/", "orders/invoice/", "contact/"]:
        page = pages(site)[name]
        faq = next(data for data in page.data if data.get("@type") == "FAQPage")
        html = (site / name / "index.html").read_text("utf-8")
        assert len(faq["mainEntity"]) >= 3
        for item in faq["mainEntity"]:
            assert item["name"] in html
            assert len(item["acceptedAnswer"]["text"]) > 15
            assert "<" not in item["acceptedAnswer"]["text"]


def test_the_page_of_all_questions_leads_to_every_answer_and_holds_none(site):
    """Twice the answers would be twice the weight, and structured data may tell only what stands on the page."""
    page = pages(site)["faq/"]
    assert not [data for data in page.data if data.get("@type") == "FAQPage"]
    html = (site / "faq/index.html").read_text("utf-8")
    html = html[html.index("<article") : html.index("</article>")]
    ways = re.findall(r'<li><a href="\.\./((?:\w+/)+)#([\w-]+)">[^<]+</a></li>', html)
    told = [ids for way, ids in ways]
    answers = [
        item["name"]
        for name in {way for way, _ in ways}
        for data in pages(site)[name].data
        if data.get("@type") == "FAQPage"
        for item in data["mainEntity"]
    ]
    assert len(told) == len(set(told)) == len(answers) > 300
    for way, anchor in ways:
        assert anchor in pages(site)[way].ids


def test_the_contact_page_carries_hours_and_special_days(site):
    graph = next(data for data in pages(site)["contact/"].data if "@graph" in data)["@graph"]
    phone = next(point for point in graph if point.get("telephone"))
    assert {"@type": "OpeningHoursSpecification"}.items() <= phone["hoursAvailable"][0].items()
    feed = (site / "contact" / "days-off.ics").read_bytes()
    assert feed.startswith(b"BEGIN:VCALENDAR\r\n") and "성탄절".encode() in feed.replace(b"\r\n ", b"")


def test_numbers_are_the_same_on_the_page_in_the_navigation_and_in_search(site):
    html = (site / "orders" / "invoice" / "index.html").read_text("utf-8")
    assert '<span class="sh-head__no">3-4</span>' in html
    assert re.search(r'sh-nav__no">3-4</span><span>발송처리와 송장 입력', html)
    assert "<title>3-4 발송처리와 송장 입력 - 판매자 도움말</title>" in html
    shown = [row for path in site.glob("search/*/d*.json") for row in json.loads(path.read_text("utf-8"))]
    location, title, _, number, manual = next(row for row in shown if row[0] == "orders/invoice/")
    assert (location, title, number, manual) == ("orders/invoice/", "발송처리와 송장 입력", "3-4", "주문·배송")


def test_every_page_says_that_it_is_unofficial_and_names_the_official_centre(site):
    for path in [*site.rglob("index.html"), site / "404.html"]:
        html = path.read_text("utf-8")
        foot = html[html.index("sh-foot") :]
        assert "비공식 안내서예요" in foot and "스마트스토어센터" in foot and "1588-3819" in foot


def test_data_and_scripts_of_writers_stay_out_of_the_site(site):
    published = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    named = [name for name in published if name.endswith((".yml", ".md", ".py", ".txt")) and "LICENSE" not in name]
    made = {"licenses.txt", "llms.txt", "robots.txt"}
    assert [name for name in named if name not in made and not name.endswith("index.md")] == []
    assert not [name for name in published if name.endswith(".md") and not (site / name).with_suffix(".html").is_file()]
    assert not [name for name in published if name.startswith("assets/sellerhelp/css")]
    assert any(name.endswith("fonts/LICENSE.txt") for name in published)


def tree_bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_another_day_machine_zone_and_folder_give_the_same_bytes(site, site_port, tmp_path):
    copy = tmp_path / "copy of the tree"
    ignore = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "__pycache__", ".*_cache", "tests")
    shutil.copytree(ROOT, copy, ignore=ignore)
    again = tmp_path / "again"
    done = build(again, copy, SITE_URL=f"http://127.0.0.1:{site_port}/", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    one, other = tree_bytes(site), tree_bytes(again)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.parametrize(
    ("name", "line", "planted"),
    [
        ("docs/orders/faq.yml", "- id: orders-late\n", "  모르는이름: 1\n"),
        ("docs/contact/hours.yml", "timezone: Asia/Seoul\n", "모르는이름: 1\n"),
        ("docs/orders/invoice.md", "---\n", "모르는이름: 1\n"),
    ],
)
def test_a_mistake_stops_the_build_and_leaves_the_last_site(tmp_path, name, line, planted):
    copy = make_tree(tmp_path / "tree")
    output = tmp_path / "site"
    output.mkdir()
    (output / "index.html").write_text("the last site")
    target = copy / name
    target.write_text(target.read_text("utf-8").replace(line, line + planted, 1), "utf-8")
    done = build(output, copy)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "모르는 이름 ‘모르는이름’이 있어요." in said and f"{name}:" in said
    assert "잘못 적은 곳이 1군데 있어 사이트를 만들지 않았어요." in said and "Traceback" not in said
    assert tree_bytes(output) == {"index.html": b"the last site"}
    assert not list((copy / ".cache").glob("build-*"))


def test_an_old_clone_still_builds_and_only_warns_that_the_calendar_has_ended(tmp_path):
    done = build(tmp_path / "site", SOURCE_DATE_EPOCH="1840000000", BOOK_PRINT="false")
    assert done.returncode == 0
    assert "알림: 쉬는 날 달력이 2027-12-31에 끝났어요." in done.stderr and "make holidays" in done.stderr


def test_the_switch_to_the_readers_own_fonts_ships_no_font(tmp_path):
    copy = tmp_path / "tree"
    copy_tree(copy)
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  type: subset\n", "  type: system\n"), "utf-8")
    assert build(tmp_path / "site", copy, BOOK_PRINT="false").returncode == 0
    assert not list((tmp_path / "site").rglob("*.woff2"))
    assert "preload" not in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "@font-face" not in next((tmp_path / "site").rglob("look.*.css")).read_text("utf-8")

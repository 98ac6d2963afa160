"""Pages at old addresses: they lead on without a script, below any path, and escape what the head says."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from sellerhelp.frontmatter import read_head
from sellerhelp.gate.published import address_of, recordable, redirects
from sellerhelp.gate.redirect import redirect_pages
from sellerhelp.templates import make_environment

from tests.conftest import ROOT

STYLE, SCRIPT = "assets/sellerhelp/look.1.css", "assets/sellerhelp/js-1/moved.js"


def head(path: str, was: str, title: str = "송장 <b>&"):
    return read_head(f"---\ntitle: {title}\nnumber: 3-4\nwas: [{was}]\n---\n", path, f"docs/{path}")[0]


def pages(*heads, url: str = "https://a.example/help/") -> dict[str, str]:
    return redirect_pages(make_environment([ROOT / "overrides"]), heads, url, STYLE, SCRIPT)


@pytest.mark.parametrize(
    ("path", "was", "old"),
    [
        ("orders/invoice.md", "typo.md", "orders/typo/"),
        ("orders/invoice.md", "../ads/typo.md", "ads/typo/"),
        ("orders/index.md", "../sales/index.md", "sales/"),
        ("orders/invoice.md", "../index.md", ""),
        ("orders/invoice.md", "../../etc/passwd.md", ""),
        ("orders/invoice.md", "/etc/passwd.md", ""),
        ("orders/invoice.md", "typo", ""),
        ("orders/invoice.md", "'typo.md#a'", ""),
        ("orders/invoice.md", "invoice.md", ""),
    ],
)
def test_an_old_name_gives_an_old_address_below_the_site_or_none(path, was, old):
    assert list(redirects([head(path, was)])) == [old] * bool(old)


def test_an_address_that_a_page_has_is_never_overwritten():
    assert redirects([head("orders/invoice.md", "late.md"), head("orders/late.md", "x.md")]).keys() == {"orders/x/"}


class Links(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.found += [values[name] for name in ("href", "src") if name in values]
        if values.get("http-equiv") == "refresh":
            self.found.append(values["content"].partition("url=")[2])


@pytest.mark.parametrize("path", ["orders/invoice.md", "index.md", "orders/index.md", "송장/고치기.md"])
@pytest.mark.parametrize("root", ["https://a.example/", "https://a.example/help/"])
def test_every_way_leads_to_the_page_below_any_path(path, root):
    old, html = next(iter(pages(head(path, "../x/old.md" if "/" in path else "x/old.md"), url=root).items()))
    assert old == "x/old/index.html"
    from urllib.parse import quote

    target = root + quote(address_of(path))
    found = [urljoin(root + "x/old/", link) for link in Links(html).found]
    assert sorted(set(found)) == sorted({target, root + STYLE, root + SCRIPT})
    assert found.count(target) == 3  # canonical, refresh, link


def test_what_the_head_says_is_escaped_and_nothing_runs_inline():
    html = next(iter(pages(head("orders/invoice.md", "old.md")).values()))
    assert "송장 &lt;b&gt;&amp;" in html and "<b>" not in html
    assert "noindex" in html and not re.search(r"<script[^>]*>[^<]|style=|\son\w+=", html)


def test_without_an_address_of_the_site_there_is_no_canonical():
    assert "canonical" not in next(iter(pages(head("orders/invoice.md", "old.md"), url="").values()))


def test_pages_and_their_anchors_are_recorded():
    source = "---\ntitle: 가\n---\n## 가 {#one}\n\n### 나 {#two .x}\n\n## 다\n\n```\n## 라 {#code}\n```\n"
    assert recordable({"index.md": source, "orders/invoice.md": source}) == [
        "orders/invoice/", "orders/invoice/#one", "orders/invoice/#two",
    ]  # fmt: skip

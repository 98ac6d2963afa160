"""Tags of a finished page, cut by one expression."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from sellerhelp.gate.checks import run
from sellerhelp.gate.html import check as html_check
from sellerhelp.gate.links import check as links_check
from sellerhelp.gate.page import Page
from sellerhelp.gate.project import Project
from sellerhelp.site import Site
from sellerhelp.tags import attributes, read_tags


def tags(html: str) -> list[str]:
    return [f"{'/' * tag.is_end}{tag.name}{'.' * tag.is_closed}" for tag in read_tags(html)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>가<br>나</p>", ["p", "br", "/p"]),
        ('<A HREF="x>y">z</A>', ["a", "/a"]),
        ("<path d='1'/>", ["path."]),
        ("<!-- <p> --><b>", ["b"]),
        ("<!-- <p>", []),
        ("<script>if (a<b) '<p>'</script><i>", ["script", "/script", "i"]),
        ("<title><p></title><b>", ["title", "/title", "b"]),
        ("1 < 2 <3", []),
        ("<sh-contact data-x>", ["sh-contact"]),
    ],
)
def test_tags_are_cut(html, found):
    assert tags(html) == found


def test_attributes_are_read_as_a_browser_reads_them():
    assert attributes(' a=\'1\' B=2 c "d" a=3 href="x&amp;y"') == {"a": "1", "b": "2", "c": "", "d": "", "href": "x&y"}


def test_the_text_of_a_page_is_the_themes_article():
    page = Page("a.md", "a/", "<h1>밖</h1><article><h2 id=b>안 <b>것</b></h2></article><p>밖</p>")
    assert [tag.name for tag in page.text_tags] == ["h2", "b", "b", "h2"]
    assert page.words(*page.text_span) == "안 것"
    assert page.ids == {"b"}


def test_real_pages_are_cut_as_the_standard_parser_cuts_them(site):
    for path in sorted(site.rglob("*.html"))[:12]:
        html = path.read_text("utf-8")
        seen = []
        reader = HTMLParser()
        reader.handle_starttag = lambda tag, values, seen=seen: seen.append((tag, {**dict(reversed(values))}))
        reader.handle_startendtag = reader.handle_starttag
        reader.feed(html)
        own = [(tag.name, dict(tag.attributes)) for tag in read_tags(html) if not tag.is_end]
        assert own == [(tag, {name: value or "" for name, value in values.items()}) for tag, values in seen], path


def run_on(tmp_path, html: str) -> list[str]:
    site = Site(0, url="")
    site.finished["404.html"] = html
    return [problem.rule for problem in run(Project(site, tmp_path / "docs", tmp_path), [html_check, links_check])]


def test_a_later_run_knows_what_the_same_html_tells(tmp_path, monkeypatch):
    html = '<p id="a"><p id="a" onclick="x()"><a href="http://b.example/">'
    first = run_on(tmp_path, html)
    assert sorted(set(first)) == ["html-attribute", "html-id-twice", "html-unclosed"]
    monkeypatch.setattr("sellerhelp.gate.page.lines", lambda html: pytest.fail("read again"))
    assert run_on(tmp_path, html) == first
    with pytest.raises(pytest.fail.Exception):
        run_on(tmp_path, html + "<p>")


def test_a_dead_link_of_the_frame_is_compared_with_all_names_once_not_on_every_page(tmp_path, monkeypatch):
    """Every page has it: 10,000 pages with 10,000 names to compare took a quarter of an hour."""
    asked = []
    monkeypatch.setattr("sellerhelp.gate.links.named_most_like", lambda path, known: asked.append(path) or [])
    site = Site(0, url="")
    for name in "abc":
        site.finished[f"{name}.md"] = '<a href="../gone/">가</a><a href="../lost.pdf">나</a>'
        site.addresses[f"{name}.md"] = f"{name}/"
    problems = run(Project(site, tmp_path / "docs", tmp_path), [links_check])
    assert sorted(asked) == ["../gone", "../lost.pdf"]
    assert [problem.rule for problem in problems] == ["link-frame", "link-frame"]

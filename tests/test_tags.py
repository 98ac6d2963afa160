"""Tags by lines: what one line tells is found out once, and all lines together tell what the page tells."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sellerhelp.gate.html import _first_unclosed, _unpaired_in
from sellerhelp.gate.page import Page
from sellerhelp.tags import RAW, lines, read_tags

PARTS = [
    *("<p>", "</p>", "<b class='a'>", "</b>", "<br>", "<svg/>", "글", " ", "\n", "\n", "<!--", "-->", "<!-- x -->", "<", ">", '"', "'"),
    *("<script>", "</script>", "<title>", "</title>", "<pre>", "</pre>", "<a\nhref='x'>", '<img alt="a\nb">', "</a", "<a href=", "<article>", "</article>", "1 < 2"),
]  # fmt: skip
pages = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


def by_lines(html: str, raw: frozenset[str] = RAW):
    return [tag._replace(start=at + tag.start, end=at + tag.end) for at, _, tags in lines(html, raw) for tag in tags]


@given(pages)
@settings(max_examples=600)
@example("<!-->\n<p>-->\n<b>")
@example("<script>\n<p>\n</script>\n<b>")
@example("<a title='\n<b>\n'>\n<i>")
@example("<p\n<b>\n>")
def test_the_tags_of_all_lines_are_those_of_the_page(html):
    assert by_lines(html) == list(read_tags(html))
    assert "\n".join(text for _, text, _ in lines(html)) == html


def _plainly_unclosed(tags) -> str:
    stack = []
    for tag in tags:
        if tag.name in ("br", "img") or tag.is_closed:
            continue
        if not tag.is_end:
            stack.append(tag.name)
        elif not stack or stack[-1] != tag.name:
            return stack[-1] if tag.name in stack else f"/{tag.name}"
        else:
            stack.pop()
    return stack[-1] if stack else ""


@given(pages)
@settings(max_examples=300)
def test_what_is_unclosed_is_found_as_tag_by_tag(html):
    assert _first_unclosed(Page("a.md", "", html).each(_unpaired_in)) == _plainly_unclosed(read_tags(html))


@given(pages)
@settings(max_examples=300)
def test_the_tags_of_the_text_are_those_within_the_article(html):
    page, tags = Page("a.md", "", html), list(read_tags(html))
    start = next((tag.end for tag in tags if tag.name == "article" and not tag.is_end), 0)
    end = next((tag.start for tag in reversed(tags) if tag.name == "article" and tag.is_end), len(html))
    assert page.text_span == (start, end)
    assert list(page.text_tags) == [tag for tag in tags if start <= tag.start < end]

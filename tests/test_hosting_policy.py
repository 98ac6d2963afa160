"""The content policy: which scripts it allows, what it says, where it stands; the headers in both forms."""

from __future__ import annotations

import re

import pytest
from sellerhelp.hosting.guard import REFERENCE, Guard
from sellerhelp.hosting.headers import as_headers_file, as_nginx, headers, lasting
from sellerhelp.hosting.policy import allowed_scripts, inline_scripts, policy, with_policy

THEME = '<script>__md_scope=new URL("{}",location)</script><script>var a=1</script>'
FIRST = '<meta charset="utf-8">'
MISSING = THEME.format("/help/")
DATA = '<script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script>'


def test_only_scripts_that_run_in_the_page_count():
    assert inline_scripts(f'{DATA}<script src="a.js"></script><script>b()</script>') == ["b()"]


def test_the_same_script_on_another_depth_is_allowed():
    pages = {"a/index.html": THEME.format("..") + DATA, "b.html": THEME.format(".")}
    found = allowed_scripts(inline_scripts(MISSING), {path: inline_scripts(html) for path, html in pages.items()})
    assert found == [
        '__md_scope=new URL(".",location)', '__md_scope=new URL("..",location)', '__md_scope=new URL("/help/",location)',
        "var a=1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "planted",
    [
        "<script>alert(1)</script>",
        "<SCRIPT >alert(1)</SCRIPT >",
        '<script type="module">alert(1)</script>',
        '<script>__md_scope=new URL("a",location);alert(1)</script>',
        '<script>__md_scope=new URL("a\\",location);alert(1)//",location)</script>',
    ],
)
def test_canary_a_script_that_no_template_writes_stops_the_build(planted):
    guard = Guard("")
    guard.page(REFERENCE, FIRST + MISSING)
    assert "; script-src 'self' 'sha256-" in guard.rules()
    guard.page("a/index.html", FIRST + THEME.format("..") + planted)
    with pytest.raises(ValueError, match=r"a/index\.html: an inline script that no template writes"):
        guard.rules()


def test_a_script_that_is_not_closed_stops_the_build():
    with pytest.raises(ValueError, match=r"a\.html: a script element is not closed"):
        Guard("").page("a.html", FIRST + "<script>a<script>")


def test_a_page_names_its_own_scripts_only_and_the_site_those_of_all():
    guard = Guard("")
    one, other = guard.page(REFERENCE, FIRST + MISSING), guard.page("a/index.html", FIRST + THEME.format(".."))
    named = [set(re.findall("'sha256-[^']+'", text)) for text in (one, other, guard.rules())]
    assert [len(found) for found in named] == [2, 2, 3]
    assert named[0] | named[1] == named[2]


def test_the_policy_word_for_word():
    assert policy(["var a=1"]) == (
        "default-src 'none'; script-src 'self' 'sha256-WazVQOu5lmXfSreSrMJd1CsaQ4c00fUQpJfBYCuMSIw='; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
    )


@pytest.mark.parametrize(
    ("endpoint", "said"),
    [
        ("", "connect-src 'self';"),
        ("/feedback", "connect-src 'self';"),
        ("https://answers.example/a/b", "connect-src 'self' https://answers.example;"),
        ("http://127.0.0.1:8765/feedback", "connect-src 'self' http://127.0.0.1:8765;"),
    ],
)
def test_answers_may_go_where_they_are_received(endpoint, said):
    assert said in policy([], endpoint)


def test_the_policy_comes_before_the_scripts_that_it_rules():
    html = '<head><meta charset="utf-8"><script>a</script>'
    assert with_policy(html, "r") == (
        '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="r"><script>a</script>'
    )
    for wrong in ("<head><title>", '<script>a</script><meta charset="utf-8">'):
        with pytest.raises(ValueError, match="the page has no"):
            with_policy(wrong, "r")


def test_both_forms_say_the_same():
    said = headers("default-src 'none'")
    first = as_headers_file(said, ["search/0123456789/*"])
    assert first.startswith("/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n")
    assert first.endswith("\n\n/search/0123456789/*\n  Cache-Control: public, max-age=31536000, immutable\n")
    lines = re.findall(r'^add_header (\S+) "([^"]*)" always;$', as_nginx(said), re.M)
    assert dict(lines) == said == dict(re.findall(r"^  (\S+): (.*)$", first.split("\n\n")[0], re.M))


def test_only_what_carries_its_hash_is_kept_for_ever():
    never = [
        "index.html",
        "assets/sellerhelp/favicon.svg",
        "search/search_index.json",
        "changes.xml",
        "orders/index.md",
    ]
    ever = ["assets/sellerhelp/look.0123456789.css", "assets/sellerhelp/js-0123456789/a/b.js",
            "assets/sellerhelp/cards/a.0123456789.png", "search/0123456789/core.json"]  # fmt: skip
    assert lasting(never) == []
    assert lasting(ever) == [
        "assets/sellerhelp/cards/a.0123456789.png", "assets/sellerhelp/js-0123456789/*",
        "assets/sellerhelp/look.0123456789.css", "search/0123456789/*",
    ]  # fmt: skip


def test_lines_are_short_enough_for_hosts_and_no_kept_file_is_unnamed(site):
    lines = (site / "_headers").read_text("utf-8").splitlines()
    assert max(map(len, lines)) < 2000
    paths = [line for line in lines if line.startswith("/")]
    assert paths[0] == "/*" and len(paths) < 30
    for path in paths[1:]:
        assert list(site.glob(path[1:].rstrip("*"))), path

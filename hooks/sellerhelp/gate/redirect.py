"""Small pages at old addresses that send readers on; they work without a script and below any path."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import relpath
from urllib.parse import quote

from jinja2 import Environment

from sellerhelp.frontmatter import PageHead
from sellerhelp.gate.published import address_of, redirects


def redirect_pages(
    env: Environment, heads: Iterable[PageHead], site_url: str, style: str, script: str
) -> dict[str, str]:
    """Returns the files to publish: address below the root -> HTML.

    site_url: "https://…/" or "". style, script: addresses of the look below the root; the script carries #anchors on.
    """
    template = env.get_template("partials/sellerhelp/redirect.html")
    pages = {}
    for old, head in redirects(heads).items():
        address = address_of(head.path)

        def way(target: str, old: str = old) -> str:
            return quote(relpath(target or ".", old)) + ("/" if target.endswith("/") or not target else "")

        pages[f"{old}index.html"] = template.render(
            head=head,
            url=way(address),
            canonical=site_url and site_url + quote(address),
            style=way(style),
            script=way(script),
        )
    return pages

"""What programs that read the site ask for first: llms.txt (https://llmstxt.org) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sellerhelp.frontmatter import PageHead
from sellerhelp.guide import is_guide
from sellerhelp.sharing.copies import NAME, UNOFFICIAL, titled
from sellerhelp.sharing.markdown import escaped
from sellerhelp.site import Site


def llms_txt(site: Site, name: str, description: str) -> str:
    """Returns the list of all copies by manual. name, description: of the site."""
    numbered = {page.path for manual in site.manuals for page in (manual.index, *manual.pages)}
    rest = [head for path, head in sorted(site.heads.items()) if path not in numbered and not is_guide(path)]
    parts = [f"# {escaped(name)}", f"> {escaped(description)} {UNOFFICIAL}"]
    for manual in site.manuals:
        parts += [f"## {manual.number} {escaped(manual.title)}", _rows(site, (manual.index, *manual.pages))]
    return "\n\n".join([*parts, "## 그 밖의 쪽", _rows(site, rest)]) + "\n"


def _rows(site: Site, heads: Iterable[PageHead]) -> str:
    return "\n".join(_each(site, heads))


def _each(site: Site, heads: Iterable[PageHead]) -> Iterator[str]:
    for head in heads:
        yield f"- [{escaped(titled(head))}]({site.url}{site.addresses[head.path]}{NAME}): {escaped(head.description)}"


def robots_txt(site_url: str) -> str:
    """Returns a file that keeps nobody out. site_url: "https://…/" or ""; only an absolute address may name the map."""
    return "User-agent: *\nDisallow:\n" + (f"\nSitemap: {site_url}sitemap.xml\n" if site_url else "")

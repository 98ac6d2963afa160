"""What is shipped and its licences: the table against the theme's own sources, the texts, the bill of materials."""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path

import material
import pytest
from sellerhelp.shipped.licences import licences
from sellerhelp.shipped.parts import PARTS, TEXTS, Part
from sellerhelp.shipped.sbom import locked, sbom
from sellerhelp.type.subset import LICENSE

from tests.conftest import BUILD_MOMENT, ROOT

THEME = Path(next(iter(material.__path__))) / "templates" / "assets"
# As the sources of the theme's bundle call them.
NAMES = {"clipboard": "clipboard.js", "rxjs": "RxJS"}


def inside(theme: Path) -> set[str]:
    """The packages of others that the theme's bundle and style sheets hold, by their source maps."""
    found: set[str] = set()
    for path in [*theme.glob("javascripts/bundle.*.map"), *theme.glob("stylesheets/*.map")]:
        sources = json.loads(path.read_text("utf-8"))["sources"]
        found |= {name[1] for source in sources if (name := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)/", source))}
    return found


def test_every_package_in_the_themes_bundle_has_a_row():
    assert {NAMES.get(name, name) for name in inside(THEME)} <= {part.name for part in PARTS}


def test_canary_a_package_without_a_row_is_seen(tmp_path):
    (tmp_path / "javascripts").mkdir()
    (tmp_path / "javascripts" / "bundle.1.map").write_text('{"sources": ["webpack://x/node_modules/@a/planted/b.js"]}')
    assert inside(tmp_path) == {"@a/planted"}


def test_every_licence_has_its_text_and_every_text_a_part():
    assert {path.stem for path in TEXTS.iterdir()} == {part.licence for part in PARTS} - {"OFL-1.1"}


def test_the_published_licences_name_all_holders_and_hold_all_texts(site):
    text = (site / "licenses.txt").read_text("utf-8")
    assert text == licences(PARTS, LICENSE.read_text("utf-8"))
    for part in PARTS:
        assert all(holder in text for holder in part.holders), part.name
    for phrase in (
        "SIL OPEN FONT LICENSE",
        "Apache License",
        'THE SOFTWARE IS PROVIDED "AS IS"',
        "W3C Software and Document",
    ):
        assert text.count(phrase) >= 1, phrase
    assert '<link rel="license" href="../../licenses.txt">' in (site / "orders" / "invoice" / "index.html").read_text(
        "utf-8"
    )


def test_the_bill_names_what_readers_get_and_the_whole_lock(site):
    bill = json.loads((site / "sbom.cdx.json").read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert uuid.UUID(bill["serialNumber"].removeprefix("urn:uuid:"))
    assert bill["metadata"]["timestamp"] == "2026-11-01T10:00:00Z", BUILD_MOMENT
    shipped = {one["name"]: one for one in bill["components"] if one["scope"] == "required"}
    assert set(shipped) == {part.name for part in PARTS}
    lock = locked((ROOT / "requirements" / "site.txt").read_text("utf-8"))
    assert {one["name"]: one["version"] for one in bill["components"] if one["scope"] == "excluded"} == lock
    assert len(lock) > 20 and shipped["Material for MkDocs"]["version"] == lock["mkdocs-material"]
    refs = [one["bom-ref"] for one in bill["components"]]
    assert len(set(refs)) == len(refs)


def test_the_same_parts_are_the_same_bill():
    part = Part("가", "MIT", ("나",), "https://a.example/", "다")
    assert sbom("a", "1", [part], {"b": "2"}, 0) == sbom("a", "1", [part], {"b": "2"}, 0)
    assert sbom("a", "1", [part], {"b": "2"}, 0) != sbom("a", "1", [part], {"b": "3"}, 0)


@pytest.mark.parametrize("left", ["assets/javascripts/lunr", "assets/javascripts/workers"])
def test_what_no_page_uses_is_not_shipped(site, left):
    assert not (site / left).exists()
    assert not list(site.rglob("*.map"))


def test_every_script_and_style_sheet_is_ours_or_in_the_table(site):
    kinds = {path.relative_to(site).parts[1] for path in site.glob("assets/*/**/*") if path.suffix in (".js", ".css")}
    assert kinds == {"javascripts", "stylesheets", "sellerhelp"}

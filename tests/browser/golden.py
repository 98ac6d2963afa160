"""Golden files: what a sample page says and shows, kept in tests/golden/ and renewed by `make golden`."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "golden"
# A Wednesday morning on which the sample's telephone is answered.
MOMENT = "2026-12-23T10:40:00+09:00"
IS_RENEWED = os.environ.get("GOLDEN") == "renew"
RENEW = "일부러 바꾼 모습이면 ‘make golden’으로 새로 만드세요."


def search(page) -> None:
    """Opens the search with something found."""
    page.locator("[data-sh-toggle=search]:visible").first.click()
    page.locator("[data-sh-dialog=ready]").wait_for()
    page.locator(".md-search__input").fill("송장")
    page.locator(".md-search-result__item:visible").first.wait_for()
    page.locator(".sh-hit__where:visible").first.wait_for()


def drawer(page) -> None:
    """Opens the drawer of a phone."""
    page.locator(".sh-tool--menu").click()
    page.locator(".sh-nav__link:visible").first.wait_for()
    page.locator("#sh-drawer :focus").wait_for()


def settled(page) -> None:
    """Waits until scripts and font are there and every clock has spoken."""
    page.wait_for_load_state("networkidle")
    page.locator(".sh-strip.is-open").wait_for()
    page.evaluate("document.fonts.ready")

"""The question at the end of a page: where it stands, and that it is nowhere while it is off."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from sellerhelp.feedback.widgets import FeedbackWidgets

from tests.test_widgets import ENV, Seen, site

CARD = Markup("<sh-contact>카드</sh-contact>")


def question(path: str, endpoint: str = "/feedback") -> str:
    return FeedbackWidgets(ENV, site(), endpoint).question(path, CARD)


@pytest.mark.parametrize("path", ["orders/invoice.md", "orders/faq.md"])
def test_pages_of_the_manuals_ask(path):
    seen = Seen(question(path))
    assert [button.get("data-answer") for button in seen.all("button")] == ["yes", "partly", "no", None]
    assert seen.all("sh-feedback")[0]["data-page"] == path.replace(".md", "/")
    assert "hidden" in seen.all("sh-feedback")[0], "without a script there is nothing to send with"
    assert seen.all("textarea")[0]["maxlength"] == "300"
    assert "개인정보는 적지 마세요" in seen.text


@pytest.mark.parametrize("path", ["index.md", "faq.md", "orders/index.md", "contact/index.md", "gone.md"])
def test_overviews_and_pages_outside_the_manuals_do_not(path):
    assert question(path) == ""


def test_without_an_address_no_page_asks():
    assert question("orders/invoice.md", "") == ""


def test_the_contact_card_waits_in_a_template():
    html = question("orders/invoice.md")
    assert html.index("<template>") < html.index("카드") < html.index("</template>")

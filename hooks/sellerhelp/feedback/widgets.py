"""The question at the end of a page; nothing at all where no address is set."""

from __future__ import annotations

from jinja2 import Environment
from markupsafe import Markup

from sellerhelp.site import Site

REASONS = (
    ("other", "찾던 내용이 아니에요"),
    ("screen", "따라 했는데 화면이 달라요"),
    ("hard", "말이 어려워요"),
    ("missing", "필요한 내용이 빠져 있어요"),
)
ANSWERS = (("yes", "풀렸어요"), ("partly", "일부만 풀렸어요"), ("no", "아직 막혀요"))
MOST_LETTERS = 300


class FeedbackWidgets:
    """endpoint: where answers go, "" for no feedback."""

    def __init__(self, env: Environment, site: Site, endpoint: str):
        self.env, self.site, self.endpoint = env, site, endpoint

    def question(self, path: str, card: Markup) -> Markup:
        """The question, on pages of the manuals only: their answers say where a text fails. card: the contact card."""
        head = self.site.heads.get(path)
        if not (self.endpoint and head and "-" in head.number):
            return Markup()
        template = self.env.get_template("partials/sellerhelp/feedback.html")
        page = self.site.addresses[path]
        return Markup(template.render(page=page, card=card, answers=ANSWERS, reasons=REASONS, most=MOST_LETTERS))

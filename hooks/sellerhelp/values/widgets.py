"""Dated values on a page: one in a sentence, the table of its versions, the list of a page's values for print."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from html import unescape

from jinja2 import Environment
from markupsafe import Markup, escape

from sellerhelp.values.data import Value, Values, Version
from sellerhelp.values.words import basis_words, day_words, span_words

_USED = re.compile(r'<sh-value [^>]*data-name="([^"]+)"')


class ValueWidgets:
    """day: the build's day in Korea; the browser corrects what was in force on it."""

    def __init__(self, env: Environment, values: Values, day: date):
        self.env, self.values, self.day = env, values, day

    def _render(self, name: str, **fields: object) -> Markup:
        template = self.env.get_template(f"partials/sellerhelp/{name}.html")
        return Markup(template.render(span=span_words, basis=basis_words, **fields).strip())

    def plain(self, text: str) -> str:
        return self.values.plain(text, self.day)

    def words(self, name: str) -> str:
        """Returns a value as text, "" when it is not known or not in force."""
        value = self.values.by_name.get(name)
        version = value.at(self.day) if value else None
        return value.words(version) if value and version else ""

    def inline(self, name: str) -> Markup:
        """One value inside a sentence; "" when there is none to show."""
        value = self.values.by_name.get(name)
        version = value.at(self.day) if value else None
        if not (value and version):
            return Markup()
        later = [_announced(value, version) for version in value.later(self.day)]
        told = f"{later[0]['on']}부터 {later[0]['text']}" if later else ""
        packed = json.dumps(later, ensure_ascii=False) if later else ""
        return self._render("value", value=value, version=version, later=packed, told=told)

    def html(self, text: str) -> Markup:
        """A plain text of a page's head with its values; everything else is escaped."""
        pieces = re.split(r"(\{\{[^{}\n]*\}\})", text)
        return Markup("").join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: str) -> Markup:
        name = piece[2:-2].strip() if piece.startswith("{{") else ""
        return self.inline(name) or escape(self.plain(piece))

    def dated(self, names: Iterable[str]) -> Markup:
        """The versions of some values, each as 이전, 현재 or 예정."""
        known = [self.values.by_name[name] for name in names if name in self.values.by_name]
        tables = [
            {"value": value, "rows": [_row(value, version, self.day) for version in value.versions]} for value in known
        ]
        return self._render("dated", tables=tables)

    def basis_list(self, html: str) -> Markup:
        """What a page's values rest on: printed below its text, where nothing can be pointed at."""
        names = dict.fromkeys(unescape(name) for name in _USED.findall(html))
        rows = [
            (value, version)
            for name in names
            if (value := self.values.by_name[name]) and (version := value.at(self.day))
        ]
        groups: dict[str, list[tuple[Value, str, str]]] = {}
        for value, version in rows:
            # What several have in common is said once, above them.
            span = span_words(value, version)
            shared, own = ("", span) if version.start or value.last_day(version) else (f"{span}. ", "")
            groups.setdefault(shared + basis_words(value), []).append((value, value.words(version), own))
        return self._render("value_basis", groups=groups) if groups else Markup()


def _announced(value: Value, version: Version) -> dict[str, str]:
    assert version.start
    fields = {"from": version.start.isoformat(), "on": day_words(version.start), "text": value.words(version)}
    return fields | {"span": span_words(value, version), "note": version.note}


def _row(value: Value, version: Version, day: date) -> dict[str, object]:
    end = value.last_day(version)
    now = value.at(day)
    state = "now" if version == now else "next" if version.start and version.start > day else "past"
    return {
        "version": version,
        "state": state,
        "tag": {"past": "이전", "now": "현재", "next": "예정"}[state],
        "from": version.start.isoformat() if version.start else "",
        "until": end.isoformat() if end else "",
    }

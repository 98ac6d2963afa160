"""Text as spreadsheets hand it back, made into text as faq.yml holds it; and the guard against formulas."""

from __future__ import annotations

import re
import unicodedata

# Excel's limit for one cell, in UTF-16 code units; it cuts the rest without a word.
MOST_UNITS = 32_767
# What spreadsheets take for the beginning of a formula (OWASP "CSV Injection"); Korean keyboards type the wide ones too.
_STARTS = "=+-@\t\r\n＝＋－＠"
_BREAKS = re.compile("\r\n|\r|\x85|\u2028|\u2029")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_RETURN = re.compile(r"(?<!_x005F)_x000D_(?=\n|\Z)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# A call or a program behind a sign: never the beginning of an answer.
_CALLS = re.compile(r"[+\-@＋－＠][A-Za-z.]+\(|[+\-@＋－＠].*\|.*!", re.S)


def cleaned(text: str) -> str:
    """Returns a cell's text with composed letters (macOS hands them decomposed), \\n as line end, trimmed."""
    text = _BREAKS.sub("\n", unicodedata.normalize("NFC", text).replace("\ufeff", ""))
    return re.sub(r"^[ \t]+$", "", text, flags=re.M).strip()


def control_character(text: str) -> str:
    """Returns the first character that no YAML file may hold as U+0007, or ""."""
    found = _CONTROL.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def units(text: str) -> int:
    """Returns the length as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_risky(text: str) -> bool:
    """Says whether a spreadsheet could take the text for a formula."""
    return text.startswith(tuple(_STARTS))


def guarded(text: str) -> str:
    """Returns a text for a CSV cell that no spreadsheet computes; unguarded() gives it back exactly."""
    return "'" + text if is_risky(text) or text.startswith("'") else text


def unguarded(text: str) -> str:
    """Takes the quote away that guarded() put before a text; a quote of the writer's own stays."""
    return text[1:] if text.startswith("'") and (is_risky(text[1:]) or text.startswith("''")) else text


def is_formula(text: str) -> bool:
    """Says whether the text of a CSV cell was meant to be computed."""
    return text.startswith(("=", "＝")) or bool(_CALLS.match(text))


def escaped(text: str) -> str:
    """Writes what Excel would read as an escaped character (_x000D_) so that it stays text (ECMA-376 22.9.2.19)."""
    return _ESCAPED.sub(r"_x005F_x\1_", text)


def unescaped(text: str) -> str:
    """Undoes escaped(), and drops the carriage returns that Excel escapes before a line's end."""
    return _RETURN.sub("", text).replace("_x005F_", "_")

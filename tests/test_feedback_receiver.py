"""The example receiver: what it takes, what it refuses, and that a spreadsheet opens its file safely."""

from __future__ import annotations

import csv
import http.client
import json
import re
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))

from feedback_receiver import FIELDS, MOST_BYTES, MOST_ROWS, cell, read, serve

ORIGIN = "https://help.example"
SAID = {"kind": "helpful", "day": "2026-12-01", "page": "orders/invoice/", "answer": "no"}


@pytest.fixture
def receiver(tmp_path):
    server = serve(ORIGIN, 0, tmp_path / "feedback.csv")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def post(server, body: bytes, **headers: str) -> http.client.HTTPResponse:
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    line.request(
        "POST",
        "/feedback",
        body,
        {"Origin": ORIGIN} | {name.replace("_", "-"): value for name, value in headers.items()},
    )
    return line.getresponse()


def body(*said: dict) -> bytes:
    return json.dumps({"v": 1, "said": said or [SAID]}).encode()


def kept(server) -> list[list[str]]:
    if not server.file.exists():
        return []
    with server.file.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_answers_are_appended_below_one_head(receiver):
    for _ in range(2):
        assert post(receiver, body()).status == 204
    assert kept(receiver) == [list(FIELDS), *[["2026-12-01", "helpful", "orders/invoice/", "no", "", "", ""]] * 2]
    assert receiver.file.read_bytes().startswith("\ufeffday,".encode()), "Excel would read the Korean as something else"


def test_the_answer_lets_the_page_of_another_origin_read_it(receiver):
    answer = post(receiver, body())
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN


REFUSED = [
    (body(), {"Origin": "https://evil.example"}, 403),
    (body(), {"Origin": "null"}, 403),
    (b"", {}, 400),
    (b"x" * (MOST_BYTES + 1), {}, 413),
    (body(), {"Content_Length": "12abc"}, 413),
    (b"{", {}, 400),
    (b"\xff\xfe", {}, 400),
    (b"[" * 5000, {}, 400),
    (b"[]", {}, 400),
    (b'{"said": []}', {}, 400),
    (b'{"said": "text"}', {}, 400),
    (b'{"said": [1]}', {}, 400),
    (b'{"said": {"a": 1}}', {}, 400),
    (body({"kind": 1}), {}, 400),
    (body({"kind": None}), {}, 400),
    (body({"kind": ["a"]}), {}, 400),
    (body({"kind": "helpful", "id": "reader"}), {}, 400),
    (body({"text": "가" * (FIELDS["text"] + 1)}), {}, 400),
    (body(*[SAID] * (MOST_ROWS + 1)), {}, 400),
]


@pytest.mark.parametrize(("sent", "headers", "status"), REFUSED)
def test_what_no_page_of_the_site_sends_is_refused_and_leaves_no_trace(receiver, sent, headers, status):
    assert post(receiver, sent, **headers).status == status
    assert kept(receiver) == []


def test_other_methods_are_refused(receiver):
    line = http.client.HTTPConnection("127.0.0.1", receiver.server_port, timeout=5)
    line.request("GET", "/feedback.csv")
    assert line.getresponse().status == 501


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\r\n=cmd|' /C calc'!A0",
    "＝1",
    "\x00=1",
    "＠a",
    "\u3000=1",
    "\n\n+1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_as_a_formula_does(text):
    assert cell(text, 99).startswith("'")


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=40))
def test_any_text_is_one_cell_of_one_line_that_is_no_formula(text):
    made = cell(text, 99)
    assert not re.match(r"\s*[=+\-@＝＋－＠]", made) and "\n" not in made and "\r" not in made
    made.encode()


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.recursive(
            st.none() | st.text(max_size=5) | st.integers(),
            lambda c: st.lists(c, max_size=3) | st.dictionaries(st.sampled_from(["said", "v", *FIELDS]), c, max_size=3),
            max_leaves=9,
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_any_body_gives_rows_of_texts_or_a_value_error(sent):
    try:
        rows = read(sent)
    except ValueError:
        return
    assert all(len(row) == len(FIELDS) and all(isinstance(text, str) for text in row) for row in rows)


def test_answers_that_come_together_stay_whole(receiver):
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda at: post(receiver, body(SAID | {"page": f"p{at}/"})).status, range(40)))
    assert statuses == [204] * 40
    assert sorted(row[2] for row in kept(receiver)[1:]) == sorted(f"p{at}/" for at in range(40))


def test_it_is_short_enough_to_be_an_example():
    from tests.test_arrows import lines_of_code

    assert lines_of_code(ROOT / "tools" / "feedback_receiver.py") <= 70

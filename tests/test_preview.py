"""A moment as writers type it, and as the ribbon says it."""

from __future__ import annotations

import signal

import pytest
from sellerhelp.preview import Preview, read_moment, refusal

from tests.conftest import tool
from tests.writers_tree import make, make_tree

MOMENTS = [
    ("2027-02-09T12:30", "2027년 2월 9일(화) 12:30"),
    ("2027-02-09 12:30", "2027년 2월 9일(화) 12:30"),
    (" 2027-2-9T0:05 ", "2027년 2월 9일(화) 00:05"),
    ("2027-02-09", "2027년 2월 9일(화) 12:00"),
    ("2028-02-29T23:59", "2028년 2월 29일(화) 23:59"),
]


@pytest.mark.parametrize(("text", "words"), MOMENTS)
def test_a_moment_is_read_as_a_time_in_korea(text, words):
    assert Preview(read_moment(text)).words == words


def test_the_moment_is_nine_hours_ahead_of_utc():
    assert read_moment("2027-02-09T09:00") == 1802131200  # 2027-02-09T00:00:00Z


@pytest.mark.parametrize("text", ["내일", "2027-02-30T12:30", "2027-02-09T24:00", "12:30", "2027-02-09T12:30Z", "0001-01-01", "9999-01-01", "2027/02/09"])  # fmt: skip
def test_what_is_no_moment_is_refused(text):
    assert read_moment(text) is None


def test_a_preview_of_now_says_nothing():
    assert Preview(None).words == ""


def test_a_wrong_moment_is_answered_in_one_line(tmp_path):
    done = make(make_tree(tmp_path), "serve", AS_OF="내일")
    assert done.returncode != 0
    assert (
        done.stderr.splitlines()[0]
        == refusal("내일")
        == "‘내일’을 날짜와 시각으로 읽을 수 없어요. 예: make serve AS_OF=2027-02-09T12:30"
    )


def test_the_site_that_readers_get_is_no_preview(site):
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert pages and not [page for page in pages if "sh-preview" in page]


@pytest.fixture
def hang_up():
    """Lets a test say what becomes of this process when its window is closed; afterwards it is as before."""
    before = {way: signal.getsignal(way) for way in (signal.SIGHUP, signal.SIGTERM)}
    yield lambda what: signal.signal(signal.SIGHUP, what)
    for way, what in before.items():
        signal.signal(way, what)


def test_closing_the_window_ends_a_preview_as_ctrl_c_does(hang_up):
    hang_up(signal.SIG_DFL)
    tool("serve")._end_like_ctrl_c()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGHUP)


def test_a_preview_that_is_to_outlive_its_window_does(hang_up):
    hang_up(signal.SIG_IGN)  # nohup
    tool("serve")._end_like_ctrl_c()
    signal.raise_signal(signal.SIGHUP)

"""What is kept between builds is whole or not there."""

from __future__ import annotations

import random
import sqlite3

import pytest
from sellerhelp.build import store as module
from sellerhelp.build import switch
from sellerhelp.build.recipe import config_recipe, templates_digest
from sellerhelp.build.store import Store


def kept(path, **entries):
    store = Store(path)
    for key, data in entries.items():
        store.keep(key.encode(), data)
    store.save()
    return store


def test_what_is_kept_is_found_by_the_next_build(tmp_path):
    kept(tmp_path / "a.db", one=b"1" * 100_000)
    assert Store(tmp_path / "a.db").get(b"one") == b"1" * 100_000
    assert Store(tmp_path / "a.db").get(b"two") is None


def test_a_changed_entry_is_not_there(tmp_path):
    kept(tmp_path / "a.db", one=b"1" * 100, two=b"2")
    with sqlite3.connect(tmp_path / "a.db") as lines:
        lines.execute("UPDATE kept SET data = data || x'00' WHERE key = ?", (b"one",))
        # Whole, but in another's place.
        lines.execute("UPDATE kept SET key = ? WHERE key = ?", (b"three", b"two"))
    store = Store(tmp_path / "a.db")
    assert (store.get(b"one"), store.get(b"three")) == (None, None)


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_thrown_away(tmp_path, content):
    (tmp_path / "a.db").write_bytes(content)
    for _ in range(2):
        Store(tmp_path / "a.db").get(b"one")
    kept(tmp_path / "a.db", one=b"1")
    assert Store(tmp_path / "a.db").get(b"one") == b"1"


@pytest.mark.parametrize("seed", range(20))
def test_damage_anywhere_in_the_file_lasts_for_two_builds_at_most(tmp_path, seed):
    path, chance = tmp_path / "a.db", random.Random(seed)
    kept(path, **{f"old{number}": chance.randbytes(3000) for number in range(100)})
    data = bytearray(path.read_bytes())
    for _ in range(200):
        data[chance.randrange(len(data))] ^= 0xFF
    path.write_bytes(data)
    for _ in range(2):  # what the first finds while it reads, it leaves to the second
        store = Store(path)
        for number in range(100):
            store.get(f"old{number}".encode())
        for number in range(100):
            store.keep(f"new{number}".encode(), chance.randbytes(3000))
        store.save()
    assert all(Store(path).get(f"new{number}".encode()) for number in range(100))


def test_a_disk_that_refuses_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    kept(tmp_path / "file" / "a.db", one=b"1")
    assert Store(tmp_path / "file" / "a.db").get(b"one") is None


def test_what_nobody_uses_any_more_goes_when_it_is_too_much(tmp_path):
    kept(tmp_path / "a.db", **{f"old{number}": b"x" for number in range(500)})
    store = Store(tmp_path / "a.db")
    assert store.get(b"old7")
    store.keep(b"new", b"y")
    store.save()
    left = Store(tmp_path / "a.db")
    assert left.get(b"old7") and left.get(b"new") and not left.get(b"old8")


def test_of_many_entries_few_wait_to_be_written(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_MOST_HELD", 1_000)
    kept(tmp_path / "a.db", **{f"old{number}": b"x" for number in range(900)})
    store = Store(tmp_path / "a.db")
    for number in range(40):
        store.keep(b"new%d" % number, b"%d" % number * 50)
        assert sum(map(len, store._fresh.values())) <= 1_000
        assert store.get(b"new%d" % number) == b"%d" % number * 50 and store.get(b"new0") == b"0" * 50
    left = Store(tmp_path / "a.db")  # of a build that was killed now
    assert left.get(b"new1") and left.get(b"old1")
    store.keep(b"last", b"x" * 1_001)
    store.save()
    left = Store(tmp_path / "a.db")
    assert all(left.get(key) for key in (b"new0", b"new39", b"last")) and not left.get(b"old1")


def test_while_another_build_writes_entries_wait_and_what_lies_there_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_MOST_HELD", 1_000)
    monkeypatch.setattr(module, "_WAIT", 0.05)
    kept(tmp_path / "a.db", old=b"x")
    store = Store(tmp_path / "a.db")
    with sqlite3.connect(tmp_path / "a.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        for number in range(40):
            store.keep(b"new%d" % number, b"%d" % number * 50)
        assert store.get(b"old") == b"x" and store.get(b"new7") == b"7" * 50
        other.execute("ROLLBACK")
    store.save()
    left = Store(tmp_path / "a.db")
    assert left.get(b"old") and all(left.get(b"new%d" % number) for number in range(40))


def test_the_switch_gives_each_an_empty_folder(tmp_path, monkeypatch):
    assert switch.cache_folder(tmp_path, "type") == tmp_path / ".cache" / "type"
    monkeypatch.setenv(switch.SWITCH, "off")
    one, other = switch.cache_folder(tmp_path), switch.cache_folder(tmp_path)
    assert one != other and one.is_dir() and not list(one.iterdir()) and not one.is_relative_to(tmp_path / ".cache")


def test_a_configuration_is_known_by_its_source_its_variables_and_its_options():
    source = "site_url: !ENV [SITE_URL, 'https://a/']\n"
    first = config_recipe(source, {"site_url": "a", "site_dir": "/1", "thing": object()}, {})
    assert config_recipe(source, {"site_url": "a", "site_dir": "/2", "thing": object()}, {}) == first
    assert config_recipe(source, {"site_url": "b", "site_dir": "/1"}, {}) != first
    assert config_recipe(source, {"site_url": "a"}, {"SITE_URL": "b"}) != first
    assert config_recipe(source + " ", {"site_url": "a"}, {}) != first


def test_a_template_that_is_moved_or_changed_is_another_one(tmp_path):
    (tmp_path / "a.html").write_text("x")
    first = templates_digest(tmp_path)
    (tmp_path / "look.css").write_text("x")
    assert templates_digest(tmp_path) == first
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.html").rename(tmp_path / "deep" / "a.html")
    moved = templates_digest(tmp_path)
    (tmp_path / "deep" / "a.html").write_text("y")
    assert len({first, moved, templates_digest(tmp_path)}) == 3

"""The files of the folder that opens from a disk, and the zip of them."""

from __future__ import annotations

import io
import zipfile

import pytest
from sellerhelp.offline.folder import offline_files, packed, shard

from tests.test_offline_page import CONFIG, MAIN

PAGE = f"<html><head></head><body>{CONFIG}{MAIN}</body></html>".encode()
SITE = {
    "a/index.html": PAGE,
    "404.html": PAGE,
    "sitemap.xml": b"<urlset/>",
    "sitemap.xml.gz": b"\x1f\x8b",
    "assets/sellerhelp/js-abc/main.js": b'import "./search/offline.js";',
    "assets/sellerhelp/js-abc/search/offline.js": b"export const a = 1;",
    "assets/sellerhelp/look.css": b".a{}",
    "search/search_index.json": b'{"docs":[]}',
    "search/1234/core.json": '{"가":1}'.encode(),
}


def test_what_a_folder_needs_is_there_and_nothing_more():
    assert sorted(offline_files(SITE)) == [
        "a/index.html",
        "assets/sellerhelp/js-abc/offline.js",
        "assets/sellerhelp/look.css",
        "search/1234/core.js",
        "search/search_index.js",
    ]


def test_the_index_comes_as_scripts():
    made = offline_files(SITE)
    assert made["search/1234/core.js"].decode() == 'sh.shard("core.json", {"가":1});\n'
    assert made["search/search_index.js"] == b'var __index = {"docs":[]}'
    assert shard("t0.json", "[]") == b'sh.shard("t0.json", []);\n'


def test_a_page_that_is_not_built_as_expected_is_named():
    with pytest.raises(ValueError, match=r"^b/index\.html: the page holds no"):
        offline_files(SITE | {"b/index.html": b"<html></html>"})


def test_the_zip_is_the_same_on_every_machine_and_for_any_order():
    files = {"b.txt": b"b" * 999, "a/가.txt": b"a"}
    made = packed(files, "folder", 1793527200)
    assert made == packed(dict(reversed(files.items())), "folder", 1793527200)
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert archive.namelist() == ["folder/a/가.txt", "folder/b.txt"]
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 1, 10, 0, 0)}
    assert {entry.create_system for entry in archive.infolist()} == {3}


def test_a_moment_before_the_format_began_is_no_error():
    assert packed({"a": b""}, "folder", 0)

"""A site is written over an older one: only what changed is touched, and nothing of the old one stays."""

from __future__ import annotations

import pytest
from sellerhelp.build.writing import Folder


def site(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def write(folder, **files):
    opened = Folder(folder)
    for name, text in files.items():
        opened.write(text.encode(), str(folder / name.replace("__", "/")))
    return opened


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "site", index="one", a__index="two", b__c__index="three").finish()
    return tmp_path / "site"


def test_only_what_changed_is_written(folder):
    before = {path: path.stat() for path in folder.rglob("index")}
    opened = write(folder, index="one", a__index="TWO", b__c__index="three")
    opened.finish()
    changed = [path for path, stat in before.items() if path.stat().st_ino != stat.st_ino]
    assert (opened.wrote, changed) == (1, [folder / "a" / "index"])


def test_what_is_not_written_goes_with_its_empty_folders(folder):
    write(folder, index="one").finish()
    assert sorted(path.name for path in folder.iterdir()) == ["index"]


def test_what_others_wrote_meanwhile_stays(folder):
    opened = write(folder, index="one")
    (folder / "map.gz").write_text("new")
    (folder / "a" / "index").write_text("by its own means")
    opened.finish()
    assert site(folder) == {"index": "one", "map.gz": "new", "a/index": "by its own means"}


def test_a_file_in_the_place_of_a_folder_and_the_other_way_round(folder):
    write(folder, index__a__b="1", a="2", b__c="3").finish()
    assert site(folder) == {"index/a/b": "1", "a": "2", "b/c": "3"}

"""Builds that go on from the published site: what they look at, when they leave it to a whole build, what they publish."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from sellerhelp.marks import marks_of
from sellerhelp.resume.alone import is_alone
from sellerhelp.resume.exchange import Changes, Renamed, alike
from sellerhelp.resume.frozen import freeze, thaw
from sellerhelp.resume.inputs import around, inputs, look
from sellerhelp.resume.shares import share_of, shares
from sellerhelp.resume.state import Folder

PAGE = "---\ntitle: 송장\n---\n\n## 고치기 {#edit}\n\n글이에요.\n"


@pytest.fixture
def tree(tmp_path):
    for name, text in {
        "docs/a.md": PAGE,
        "docs/b.md": PAGE,
        "hooks/x.py": "",
        "mkdocs.yml": "a: !ENV [SITE_URL, b]\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_inputs_tell_what_holds_something_else(tree):
    before = inputs(tree)
    assert before.changed(tree) == set()
    (tree / "docs/a.md").write_text(PAGE + "더", "utf-8")
    (tree / "mkdocs.yml").write_text("a: !ENV [SITE_URL, c]\n")
    assert before.changed(tree) == {"docs/a.md", "mkdocs.yml"}


def test_what_a_link_leads_to_counts(tree, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "x.md").write_text(PAGE, "utf-8")
    (elsewhere / "round").symlink_to(elsewhere)
    (tree / "docs/link.md").symlink_to(elsewhere / "x.md")
    (tree / "docs/folder").symlink_to(elsewhere)
    (tree / "docs/nowhere.md").symlink_to(tree / "no.md")
    before, path = inputs(tree), elsewhere / "x.md"
    os.utime(path, ns=(before.at - 10**12, before.at - 10**12))
    before = inputs(tree)
    assert before.changed(tree) == set()
    path.write_text(PAGE + "더", "utf-8")
    assert before.changed(tree) == {"docs/link.md", "docs/folder/x.md", "docs/folder/round/x.md"}


def test_an_edit_in_the_same_moment_and_of_the_same_length_is_seen(tree):
    path = tree / "docs/a.md"
    before, mark = inputs(tree), path.stat()
    path.write_text(PAGE.replace("글이에요", "말이에요"), "utf-8")
    os.utime(path, ns=(mark.st_atime_ns, mark.st_mtime_ns))
    assert before.changed(tree) == {"docs/a.md"}


def test_what_is_saved_while_a_page_is_built_is_another_text(tree):
    path = tree / "docs/a.md"
    before = inputs(tree)
    path.write_text(PAGE + "하나", "utf-8")
    seen = look(path)
    path.write_text(PAGE + "둘이에요", "utf-8")
    os.utime(path, ns=(before.at - 10**12, before.at - 10**12))  # long before the site is published
    assert before.with_files({"docs/a.md": seen}).changed(tree) == {"docs/a.md"}
    assert before.with_files({"docs/a.md": look(path)}).changed(tree) == set()


def test_a_hook_that_lies_elsewhere_counts(tree):
    (tree / "mkdocs.yml").write_text("hooks:\n  - own.py\n")
    (tree / "own.py").write_text("")
    before = inputs(tree)
    (tree / "own.py").write_text("more")
    assert before.changed(tree) == {"own.py"}


def test_what_was_only_touched_is_no_change(tree):
    before = inputs(tree)
    os.utime(tree / "docs/a.md", ns=(1, 1))
    assert before.changed(tree) == set()


@pytest.mark.parametrize("change", ["added", "deleted", "moved"])
def test_files_that_come_or_go_ask_for_a_whole_build(tree, change):
    before, path = inputs(tree), tree / "docs/a.md"
    if change == "added":
        (tree / "docs/c.md").write_text(PAGE)
    elif change == "deleted":
        path.unlink()
    else:
        path.rename(tree / "docs/c.md")
    assert before.changed(tree) is None


def test_the_environment_counts(tree):
    assert around(tree, {"SITE_URL": "a"}) != around(tree, {"SITE_URL": "b"})
    assert around(tree, {"SOURCE_DATE_EPOCH": "1"}) != around(tree, {"SOURCE_DATE_EPOCH": "2"})
    assert around(tree, {"OTHER": "a"}) == around(tree, {"OTHER": "b"})


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("글이에요.", "다른 글이에요.", True),
        ("글이에요.", "[송장](b.md)을 보세요.", True),
        ("title: 송장", "title: 송장 고치기", False),
        ("글이에요.", "글이에요. {{ 판매수수료 }}", False),
        ("글이에요.", "![단추](img/button.png)", False),
        ("글이에요.", "/// fees\n///", False),
        ("글이에요.", "/// 주의\n글이에요.\n///", False),
    ],
)
def test_an_edit_that_others_tell_of_is_not_alone(old, new, wanted):
    assert is_alone(PAGE, PAGE.replace(old, new)) is wanted


def test_other_options_of_a_block_are_not_alone():
    block = PAGE + "\n/// faq\n    manual: orders\n///\n"
    assert is_alone(block, block.replace("글이에요", "말이에요"))
    assert not is_alone(block, block.replace("manual: orders", "manual: ads"))


def test_the_first_and_the_last_of_a_letter_are_told():
    pages = [share_of("가나", '<p class="a">'), share_of("가", "<p>")]
    found = shares(pages, ["다"])
    assert found.exchange(pages[1], share_of("나다", "<p>"))  # 가 and 나 stay, 다 is always there
    assert not found.exchange(share_of("나다", "<p>"), share_of("라", "<p>"))
    assert not found.exchange(pages[0], share_of("가나", '<p class="b">'))


def test_counts_stay_right_over_many_edits():
    pages = [share_of("가나다", "<p>"), share_of("나다라", "<b>")]
    found = shares(pages, [])
    for text, html in (("가", "<p>"), ("나라", "<i>"), ("라", "")):
        new = share_of(text, html)
        found.exchange(pages[0], new)
        pages[0] = new
    assert +found.letters == +Counter("".join(letters for letters, _ in pages))
    assert +found.names == +Counter(name for _, names in pages for name in names)


def test_a_frozen_thing_finds_what_the_next_build_has_made():
    class Host:
        pass

    old, new, page = Host(), Host(), Host
    one = {"host": old, "again": [old], "text": "글"}
    back = thaw(freeze(one, {"host": old}, {}), {"host": new})
    assert back == {"host": new, "again": [new], "text": "글"}
    assert page is Host


class Kept:
    def __init__(self):
        self.text, self.heavy = "글", b"many"


def test_what_is_left_out_is_not_kept():
    back = thaw(freeze(Kept(), {}, {Kept: lambda kept: {"heavy": None}}), {})
    assert vars(back) == {"text": "글", "heavy": None}


def test_a_damaged_file_is_as_good_as_none(tmp_path):
    folder = Folder(tmp_path / "kept")
    folder.write("head", ["글"])
    assert folder.read("head") == ["글"]
    path = tmp_path / "kept" / "head"
    for at in (0, 20, -1):
        data = bytearray(path.read_bytes())
        data[at] ^= 1
        (tmp_path / "kept" / "bad").write_bytes(data)
        assert folder.read("bad") is None
    assert folder.read("none") is None


def _folder(path: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return files


def _read(path: Path) -> dict[str, bytes]:
    return {one.relative_to(path).as_posix(): one.read_bytes() for one in path.rglob("*") if one.is_file()}


@pytest.mark.parametrize(
    "spare", [{}, {"a/i": b"older", "c": b"gone long ago", "d/e": b"5"}, {"a": b"a file where a folder is"}]
)
def test_the_next_site_has_the_same_files_but_for_what_changed(tmp_path, spare):
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    old = _folder(site, {"a/i": b"1", "b/i": b"2", "x/y/z": b"3", "top": b"4"})
    _folder(fresh, spare)
    marks = alike(site, marks_of(site), fresh, Changes({"a/i": b"new", "n/new": b"6"}, {"x/y/z"}))
    assert _read(fresh) == {"a/i": b"new", "b/i": b"2", "top": b"4", "n/new": b"6"}
    assert marks == marks_of(fresh)
    assert _read(site) == old, "the published site was touched"


def test_files_of_both_sites_are_one_and_a_new_content_is_its_own(tmp_path):
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    _folder(site, {"a": b"1", "b": b"2"})
    alike(site, marks_of(site), fresh, Changes({"a": b"new"}))
    assert (site / "b").stat().st_ino == (fresh / "b").stat().st_ino
    assert (site / "a").stat().st_ino != (fresh / "a").stat().st_ino


@pytest.mark.parametrize(
    "spare", [{}, {"s/old/1": b"0", "s/old/9": b"gone", "top": b"0"}, {"s/new/2": b"0"}, {"s": b""}]
)
def test_a_folder_that_moves_takes_with_it_what_stays(tmp_path, spare):
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    old = _folder(site, {"s/now/1": b"1", "s/now/2": b"2", "s/now/3": b"3", "s/stub": b"4", "top": b"now"})
    _folder(fresh, spare)
    changes = Changes({"s/new/2": b"two", "top": b"new"}, {"s/now/3"}, ("s/now/", "s/new/"))
    marks = alike(site, marks_of(site), fresh, changes)
    assert _read(fresh) == {"s/new/1": b"1", "s/new/2": b"two", "s/stub": b"4", "top": b"new"}
    assert marks == marks_of(fresh)
    assert (site / "s/now/1").stat().st_ino == (fresh / "s/new/1").stat().st_ino
    assert _read(site) == old, "the published site was touched"


def test_a_spare_that_shares_files_with_the_site_is_not_written_through(tmp_path):
    """As two edits in a row leave it: what the first did not change is one file with two names."""
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    old = _folder(site, {"a": b"1", "b": b"2"})
    alike(site, marks_of(site), fresh, Changes({"a": b"longer than before"}))
    alike(site, marks_of(site), fresh, Changes({"a": b"new", "b": b"3"}))
    assert (_read(fresh), _read(site)) == ({"a": b"new", "b": b"3"}, old)


def test_names_change_in_the_files_that_have_them(tmp_path):
    _folder(tmp_path, {"a.html": b"old old x", "b.html": b"old", "c.txt": b"old"})
    files = Renamed({"b.html": b"fresh old", "d.txt": b"old"}, {"a.html", "b.html"}, tmp_path, [(b"old", b"new")])
    assert dict(files) == {"a.html": b"new new x", "b.html": b"fresh new", "d.txt": b"old"}
    assert "c.txt" not in files and len(files) == 3


def test_another_build_has_published_meanwhile_and_nothing_is_mixed(tmp_path):
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    _folder(site, {"a": b"1", "b": b"2"})
    marks = marks_of(site)
    (site / "b").unlink()
    (site / "b").write_bytes(b"3")
    with pytest.raises(OSError, match="another build"):
        alike(site, marks, fresh, Changes({"a": b"new"}))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small site of our own, built once by the command that writers use."""
    from tests.writers_tree import make_tree

    tree = make_tree(tmp_path_factory.mktemp("going-on") / "tree")
    config = tree / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("type: subset", "type: system"), "utf-8")
    _add(
        tree, "송장을 다시 한 번 더 확인하세요. 456번이에요.", "orders/index.md"
    )  # so that later edits bring no new letter
    assert _made(tree)[0] == 0
    return tree


def _made(tree: Path, **environ: str) -> tuple[int, str]:
    """Builds; returns the status and what was said."""
    run = subprocess.run(
        [sys.executable, "tools/build_site.py"],
        cwd=tree,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1793527200", **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return run.returncode, run.stdout + run.stderr


def _inode(path: Path) -> int:
    return path.stat().st_ino


def _add(tree: Path, text: str, page: str = "orders/invoice.md") -> str:
    path = tree / "docs" / page
    before = path.read_text("utf-8")
    path.write_text(before.rstrip() + f"\n\n{text}\n", "utf-8")
    return before


def test_one_edit_builds_one_page_and_the_result_is_that_of_a_whole_build(project):
    world = project / ".cache" / "kept" / "world"
    before = _inode(world)
    _add(project, "송장을 다시 확인하세요.")
    status, said = _made(project)
    assert status == 0, said
    assert _inode(world) == before, "a whole build has taken place"
    assert "송장을 다시 확인하세요" in (project / "site/orders/invoice/index.html").read_text("utf-8")
    quick = _read(project / "site")
    assert _made(project, SELLERHELP_CACHE="off")[0] == 0
    assert _read(project / "site") == quick
    assert _made(project)[0] == 0


def test_nothing_changed_and_nothing_is_written(project):
    _made(project)
    before = marks_of(project / "site")
    assert _made(project)[0] == 0
    assert marks_of(project / "site") == before


def test_a_mistake_is_told_by_a_whole_build_and_the_site_stays(project):
    before, site = _add(project, "[없는 쪽](nowhere.md)"), _read(project / "site")
    status, said = _made(project)
    assert status == 1
    assert "nowhere.md" in said and "Traceback" not in said
    assert _read(project / "site") == site
    (project / "docs/orders/invoice.md").write_text(before, "utf-8")
    assert _made(project)[0] == 0
    assert _read(project / "site") == site


def test_a_site_that_somebody_has_touched_is_mended(project):
    _made(project)
    whole = _read(project / "site")
    (project / "site/orders/invoice/index.html").unlink()
    (project / "site/index.html").write_text("half")
    assert _made(project)[0] == 0
    assert _read(project / "site") == whole


def test_what_was_kept_is_damaged_and_a_whole_build_follows(project):
    _made(project)
    for name in ("head", "bodies", "world"):
        path = project / ".cache/kept" / name
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
        before = _add(project, f"송장을 다시 {len(name)}번 확인하세요.")
        assert _made(project)[0] == 0
        assert "번 확인하세요" in (project / "site/orders/invoice/index.html").read_text("utf-8")
        (project / "docs/orders/invoice.md").write_text(before, "utf-8")
        assert _made(project)[0] == 0


def test_killed_while_it_publishes_it_leaves_a_whole_site(project):
    _made(project)
    old = _read(project / "site")
    before = _add(project, "송장을 한 번 더 확인하세요.")
    left = []
    for wait in (0.2, 0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4):
        child = subprocess.Popen([sys.executable, "tools/build_site.py"], cwd=project, env={**os.environ, "SOURCE_DATE_EPOCH": "1793527200"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(wait)
        child.kill()
        child.wait()
        lies = project / "site" if (project / "site").exists() else project / ".site.old"
        left.append(_read(lies))
    assert _made(project)[0] == 0
    new = _read(project / "site")
    assert "한 번 더 확인하세요" in new["orders/invoice/index.html"].decode()
    assert old in left and all(one in (old, new) for one in left), "half a site was left"
    (project / "docs/orders/invoice.md").write_text(before, "utf-8")
    assert _made(project)[0] == 0
    assert _read(project / "site") == old

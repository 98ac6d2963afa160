"""Publishing swaps whole sites, whatever was left behind by builds that were killed."""

import os

from sellerhelp.publish import build_folder, publish, put_aside


def folder(path, text):
    path.mkdir(parents=True)
    (path / "index.html").write_text(text)
    return path


def test_the_first_site_takes_its_place(tmp_path):
    publish(folder(tmp_path / "fresh", "one"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "one"
    assert not (tmp_path / "fresh").exists()


def test_a_later_site_replaces_all_of_the_last_one(tmp_path):
    site = folder(tmp_path / "site", "one")
    (site / "gone.html").write_text("x")
    publish(folder(tmp_path / "fresh", "two"), site)
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_after_a_kill_between_the_two_renames_the_last_site_is_found_again(tmp_path):
    folder(tmp_path / ".site.old", "one")
    publish(folder(tmp_path / "fresh", "two"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "two"
    assert not (tmp_path / ".site.old").exists()


def test_leftovers_of_dead_builds_go_and_those_of_living_ones_stay(tmp_path):
    folder(tmp_path / "build-999999999", "dead")
    folder(tmp_path / f"build-{os.getppid()}", "alive")
    mine = build_folder(tmp_path)
    assert not mine.exists()
    assert [path.name for path in tmp_path.iterdir()] == [f"build-{os.getppid()}"]


def test_the_last_site_is_kept_aside_for_the_next_build_which_alone_gets_it(tmp_path):
    cache, site = tmp_path / ".cache", folder(tmp_path / "site", "one")
    spare = cache / "spare"
    publish(folder(build_folder(cache, spare), "two"), site, spare)
    assert (spare / "index.html").read_text() == "one"
    mine = build_folder(cache, spare)
    assert (mine / "index.html").read_text() == "one" and not spare.exists()
    put_aside(mine, spare)
    put_aside(folder(tmp_path / "another", "three"), spare)
    assert (spare / "index.html").read_text() == "one" and not (tmp_path / "another").exists()

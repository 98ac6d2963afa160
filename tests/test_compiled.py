"""Compiled templates: the same page with and without them, and a damaged one is compiled again."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from sellerhelp.compiled import CompiledTemplates


def shown(folder, source="{{ a }}!", recipe="1", **options):
    env = Environment(
        loader=DictLoader({"a.html": source}), bytecode_cache=CompiledTemplates(folder, recipe), **options
    )
    return env.get_template("a.html").render(a="<")


def test_a_template_is_compiled_once(tmp_path, monkeypatch):
    assert shown(tmp_path) == "<!"
    monkeypatch.setattr(Environment, "compile", lambda *given, **named: pytest.fail("compiled again"))
    assert shown(tmp_path) == "<!"


def test_another_source_or_other_code_is_compiled_anew(tmp_path):
    shown(tmp_path)
    assert shown(tmp_path, "{{ a }}?") == "<?"
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    shown(tmp_path, "{{ a }}?", recipe="2")
    assert file.read_bytes() != before


@pytest.mark.parametrize("at", range(0, 900, 61))
def test_a_damaged_file_is_compiled_again(tmp_path, at):
    shown(tmp_path)
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[at % len(data)] ^= 1
    file.write_bytes(data)
    assert shown(tmp_path) == "<!"


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    assert shown(tmp_path / "file" / "below") == "<!"


def test_our_own_templates_escape_although_the_themes_do_not(tmp_path):
    assert shown(tmp_path / "theme", autoescape=False) == "<!"
    assert shown(tmp_path / "own", autoescape=True) == "&lt;!"

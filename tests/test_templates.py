"""Our template environment escapes everything and refuses unknown names."""

from __future__ import annotations

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from markupsafe import Markup
from sellerhelp.templates import make_environment


@pytest.fixture
def folders(tmp_path):
    for name, text in {
        "ours/a.html": '<p title="{{ text }}">{{ text }}</p>',
        "ours/mark.html": '{{ icon("set/tick") }}',
        "ours/both.html": "ours",
        "ours/block.html": "{% if True %}\n  <b>\n  {% endif %}\n",
        "theirs/both.html": "theirs",
        "theirs/.icons/set/tick.svg": '<svg xmlns="x"><path d="M0 0"/></svg>\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [str(tmp_path / "ours"), str(tmp_path / "theirs")]


def test_text_is_escaped_in_html_and_in_attributes(folders):
    made = make_environment(folders).get_template("a.html").render(text="\"'<b>&{{7*7}}")
    assert made == '<p title="&#34;&#39;&lt;b&gt;&amp;{{7*7}}">&#34;&#39;&lt;b&gt;&amp;{{7*7}}</p>'


def test_finished_html_is_not_escaped_again(folders):
    assert "<b>" in make_environment(folders).get_template("a.html").render(text=Markup("<b>"))


@pytest.mark.parametrize(
    "source", ["{{ nobody }}", "{{ known.nobody }}", "{% if nobody %}{% endif %}", "{% for a in nobody %}{% endfor %}"]
)
def test_an_unknown_name_is_refused(folders, source):
    with pytest.raises(UndefinedError, match="nobody"):
        make_environment(folders).from_string(source).render(known={})


def test_an_icon_is_drawn_and_hidden_from_screen_readers(folders):
    assert make_environment(folders).get_template("mark.html").render() == (
        '<svg aria-hidden="true" focusable="false" xmlns="x"><path d="M0 0"/></svg>'
    )


def test_an_icon_that_does_not_exist_is_a_broken_set_up(folders):
    with pytest.raises(TemplateNotFound):
        make_environment(folders).from_string('{{ icon("set/cross") }}').render()


@pytest.mark.parametrize("name", ["../theirs/both", "set/../../../theirs/both"])
def test_an_icon_cannot_leave_the_folders(folders, name):
    with pytest.raises(TemplateNotFound):
        make_environment(folders).globals["icon"](name)


def test_the_first_folder_wins(folders):
    assert make_environment(folders).get_template("both.html").render() == "ours"
    assert make_environment(folders[::-1]).get_template("both.html").render() == "theirs"


def test_lines_that_hold_only_a_statement_leave_no_blank_lines(folders):
    assert make_environment(folders).get_template("block.html").render() == "  <b>\n"

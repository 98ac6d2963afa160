"""The `/// value` block."""

from __future__ import annotations

import pytest
from markdown import Markdown
from sellerhelp.values.block import ValueExtension


@pytest.mark.parametrize(
    ("options", "names"),
    [("names: 가", ["가"]), ("names: [가, 나 다]", ["가", "나 다"]), ("names: 3", ["3"]), ("names: []", [])],
)
def test_the_names_of_a_block_reach_the_widget(options, names):
    asked = []

    def place(found):
        asked.append(found)
        return "<p>값</p>"

    html = Markdown(extensions=[ValueExtension(place)]).convert(f"/// value\n    {options}\n///\n")
    assert asked == [names]
    assert html == '<div class="sh-dated-box"><p>값</p></div>'

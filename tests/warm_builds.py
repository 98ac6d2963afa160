"""Imported once by the process that builds of tests/random_edits.py are forked from: all that they need is there.

A process of its own, because that of the tests has threads (of servers, of the typesetter) that no fork takes along.
"""

from __future__ import annotations

import os

from mkdocs.config import load_config
from sellerhelp.search.kiwi import KiwiAnalyser

from tests.conftest import ROOT

os.chdir(ROOT)
load_config(str(ROOT / "mkdocs.yml"))  # imports the hooks; builds nothing
KiwiAnalyser()("판매")

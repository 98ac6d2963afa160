"""A hook that the bench puts before ours: the gate does all its work, and its verdict is not heard.

It judges how our own writers write and would refuse any other corpus. A manual numbers 99 pages; that those beyond have
no number is not even noted: a sound project has no errors, and each of them would be weighed against all others.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "hooks"))

from sellerhelp import problem
from sellerhelp.gate import checks
from sellerhelp.resume import going_on
from sellerhelp.search.built import FOLDER, BuiltSearch

judge = checks.run


def unheard(*arguments):
    judge(*arguments)
    return []


judge_page = going_on.problems_of


def unheard_of_page(*arguments):
    judge_page(*arguments)
    return []


if os.environ.get("BOOK_PRINT") != "false":  # what prints takes long to load
    from sellerhelp.book import bindery

    bind = bindery.bound
    bindery.bound = lambda *arguments: (bind(*arguments)[0], [])
    bindery.errors = lambda problems: []
going_on.problems_of = unheard_of_page
checks.run, problem.errors = unheard, lambda problems: []


def on_files(files, *, config):
    site = config.extra["site"]
    site.problems = [one for one in site.problems if one.rule != "page-number-missing"]
    return files


def on_env(env, *, config, files):
    env.globals.setdefault("search", BuiltSearch(f"{FOLDER}/", {}, []))  # for a site whose search is left out
    return env

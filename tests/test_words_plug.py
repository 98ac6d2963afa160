"""The gate's plug: the term list, the synonyms and the memory are the project's."""

from __future__ import annotations

import json

from sellerhelp.gate.project import Project
from sellerhelp.problem import Problem
from sellerhelp.site import Site
from sellerhelp.words.plug import check

TERMS = "terms:\n  - {preferred: 구매자, refused: [고객]}\n"
PAGE = "고객이 취소해요.\n"


def project(tmp_path, *problems, **sources):
    site = Site(0, problems=list(problems))
    site.sources = {"docs/terms.yml": TERMS, "docs/a.md": PAGE, **sources}
    return Project(site, tmp_path / "docs", tmp_path / ".cache")


def rules(problems):
    return [(problem.path, problem.rule) for problem in problems]


def test_the_projects_term_list_is_used_and_its_mistakes_are_told(tmp_path):
    assert rules(check(project(tmp_path))) == [("docs/a.md", "words-term")]
    assert rules(check(project(tmp_path, **{"docs/terms.yml": "terms: 1\n"}))) == [("docs/terms.yml", "data-not-list")]


def test_a_project_without_lists_is_checked_for_the_rest(tmp_path):
    bare = project(tmp_path)
    del bare.site.sources["docs/terms.yml"]
    bare.site.sources["docs/a.md"] = "고객이 취소합니다.\n"
    assert rules(check(bare)) == [("docs/a.md", "words-style")]


def test_a_file_that_could_not_be_read_is_not_judged(tmp_path):
    unread = Problem("docs/a.md", 1, 1, "", rule="file-encoding")  # what the gate says of a broken file
    assert check(project(tmp_path, unread)) == []


def test_the_answers_are_remembered_in_the_projects_cache(tmp_path):
    check(project(tmp_path))
    assert "고객이 취소해요." in json.loads(
        (tmp_path / ".cache/words/sentences.json").read_text("utf-8").split("\n", 1)[1]
    )

"""Leaves out what only follows from another mistake: one mistake, one message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sellerhelp.problem import Problem, errors

_IMAGE = "image-missing"
_QUOTED = re.compile("‘[^’]+’")


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Returns the problems a writer can mend; the rest goes away with them or comes back alone."""
    rows = list(problems)
    causes = errors(rows)
    return [problem for problem in rows if problem.rule not in _RULES or not _follows(problem, causes)]


def _follows(problem: Problem, causes: list[Problem]) -> bool:
    follows = _RULES[problem.rule]
    return any(follows(problem, cause) for cause in causes if cause != problem)


def _same_page(problem: Problem, cause: Problem) -> bool:
    """A head or a file that could not be read as a whole."""
    return problem.path == cause.path and cause.rule.startswith(("yaml-", "data-", "file-"))


def _same_line(problem: Problem, cause: Problem) -> bool:
    return (problem.path, problem.line) == (cause.path, cause.line) and cause.rule != problem.rule


def _no_questions(problem: Problem, cause: Problem) -> bool:
    return cause.path.endswith("/faq.yml") and not cause.rule.startswith(("link-", "related-", "html-", "markup-"))


def _no_channels(problem: Problem, cause: Problem) -> bool:
    return problem.path.endswith(".md") and cause.path.endswith("/hours.yml")


def _unread_page(problem: Problem, cause: Problem) -> bool:
    return cause.rule.startswith("file-") and cause.path in problem.text


def _misspelt(problem: Problem, cause: Problem) -> bool:
    """A key that is missing because it was written otherwise: descripton, did you mean description?"""
    name = _QUOTED.search(problem.text)
    return problem.path == cause.path and cause.rule == "data-unknown" and bool(name and cause.mend.startswith(name[0]))


def _also(rule: str) -> Callable[[Problem, Problem], bool]:
    """What another rule says better of the same file."""
    return lambda problem, cause: problem.path == cause.path and cause.rule == rule


# Rule -> says whether its problem follows from an error.
_RULES: dict[str, Callable[[Problem, Problem], bool]] = {
    "head-missing": _same_page,
    "page-number-missing": _same_page,
    "manual-number": _same_page,
    "markup-left": _same_line,
    "yaml-anchor": lambda problem, cause: problem.path == cause.path and cause.rule == "yaml-alias",
    "faq-block-none": _no_questions,
    "faq-block-unknown": _no_questions,
    "contact-channel-unknown": _no_channels,
    "link-anchor": _unread_page,
    "html-id-twice": lambda _, cause: cause.rule == "faq-id-twice",
    "image-unused": lambda _, cause: cause.rule == _IMAGE,
    "head-as-of": _also("facts-basis"),
    "book-anchor": _also("link-anchor"),
    "book-alt-text": lambda problem, cause: _also("image-alt")(problem, cause) or _also(_IMAGE)(problem, cause),
    "data-missing": _misspelt,
    "book-picture": _also(_IMAGE),
    "book-no-print-form": _also("html-refused"),
    # Recording waits until nothing is wrong.
    "published-new": lambda *_: True,
    "faq-id-unrecorded": lambda *_: True,
    # Every page has the frame: what it needs is missing because of almost any other mistake.
    "link-frame": lambda _, cause: cause.rule != "link-frame",
}

"""What is wrong, as it stands in the page that is being edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinja2 import Environment

from sellerhelp.problem import Problem


def problem_box(env: Environment, problems: Iterable[Problem], addresses: Mapping[str, str], address: str) -> str:
    """Returns the HTML for a page, "" when nothing is wrong. addresses: page path -> address below the root.

    The page's own problems stand first; what belongs to no file stands on every page, other errors folded below.
    """
    problems = list(problems)
    paths = {"", *(f"docs/{path}" for path, where in addresses.items() if where == address)}
    rows = [problem for problem in problems if problem.path in paths]
    others = [problem for problem in problems if problem.path not in paths and problem.level == "error"]
    template = env.get_template("partials/sellerhelp/preview_problems.html")
    return template.render(rows=rows, others=others).strip()

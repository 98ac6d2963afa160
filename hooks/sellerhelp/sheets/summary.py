"""Says in Korean what an import does."""

from __future__ import annotations

from collections.abc import Mapping

from sellerhelp.problem import errors
from sellerhelp.sheets.changes import Plan
from sellerhelp.sheets.columns import BY_KEY
from sellerhelp.sheets.importing import Import


def summary(done: Import, titles: Mapping[str, str]) -> str:
    """Returns the counts and a line for each question that changes. titles: folder -> manual."""
    plan = done.plan
    moved = [change for change in plan.changes if change.is_moved]
    counts = (
        ("새 질문", len(plan.additions)),
        ("바뀐 질문", len(plan.changes) - len(moved)),
        ("옮긴 질문", len(moved)),
        ("지운 질문", len(plan.removals)),
        ("받지 않은 곳", len(errors(done.problems))),
    )
    head = "요약: " + ", ".join(f"{name} {count}" for name, count in counts)
    return "\n".join([head, *_rows(plan, titles)])


def _rows(plan: Plan, titles: Mapping[str, str]) -> list[str]:
    rows = []
    for one in plan.additions:
        said = " (새로 붙인 id예요. 바꾸려면 올리기 전에 바꾸세요.)" if one.has_proposed_id else ""
        rows.append(f"  새로: {one.row.place('id')} {one.values['id']}{said}")
    for change in plan.changes:
        keys = ", ".join(BY_KEY[key].title for key in change.values) or "자리"
        way = f" {titles[change.manual]} → {titles[change.goes_to]}" if change.is_moved else ""
        rows.append(f"  {'옮김' if way else '바뀜'}: {change.row.place('id')} {change.id}{way} ({keys})")
    rows += [f"  지움: {entry.id}" for entry in plan.removals]
    rows += [f"  그대로: {entry.id} (시트에 없지만 지우지 않았어요.)" for entry in plan.kept]
    if plan.is_reordered:
        rows.append("  행의 순서가 파일과 달라요. faq.yml의 순서는 그대로 뒀어요.")
    return rows

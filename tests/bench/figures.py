"""From answers to figures: how many right pages came first, and at what cost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.bench.asking import Answer, Start, median
from tests.bench.corpus import Query


def quality(queries: Sequence[Query], answers: Sequence[Answer], rows: int) -> dict[str, dict]:
    """Returns recall in %, mean reciprocal rank and zero results by style and for all. rows: of one copy of the corpus."""
    styles: dict[str, list[tuple[int, int]]] = {}
    for query, answer in zip(queries, answers, strict=True):
        if query.right:
            found = rows_of(answer.locations, rows)
            rank = next((at for at, row in enumerate(found, 1) if row in query.right), 0)
            for style in ("all", query.style):
                styles.setdefault(style, []).append((rank, len(found)))
    return {style: _quality(ranks) for style, ranks in styles.items()}


def rows_of(locations: Sequence[str], rows: int) -> list[int]:
    """Returns the rows of the corpus that pages stand for; copies count as one, other pages as nobody's."""
    pages = [re.search(r"(?:^|/)p(\d+)/", location) for location in locations]
    return list(dict.fromkeys(int(page[1]) % rows if page else -1 for page in pages))


def _quality(ranks: Sequence[tuple[int, int]]) -> dict:
    total = len(ranks)
    return {
        "queries": total,
        "recall@1": round(100 * sum(rank == 1 for rank, _ in ranks) / total, 1),
        "recall@5": round(100 * sum(0 < rank <= 5 for rank, _ in ranks) / total, 1),
        "mrr": round(sum(1 / rank for rank, _ in ranks if rank) / total, 3),
        "zero": sum(found == 0 for _, found in ranks),
    }


def cost(before: dict[str, dict], after: dict[str, dict]) -> dict[str, float]:
    """Returns recall of queries as they should be typed and as they were, and the points of recall@5 that it costs."""
    if "all" not in before:
        return {"queries": 0}
    one, other = before["all"], after["all"]
    return {
        "queries": one["queries"],
        "recall@1, well typed": one["recall@1"],
        "recall@1": other["recall@1"],
        "recall@5, well typed": one["recall@5"],
        "recall@5": other["recall@5"],
        "recall@5, points lost": round(one["recall@5"] - other["recall@5"], 1),
        "zero": other["zero"],
    }


def latency(answers: Sequence[Answer]) -> dict[str, float]:
    """Returns ms after the data is there."""
    times = sorted(answer.warm for answer in answers)
    at = lambda share: round(times[min(int(len(times) * share), len(times) - 1)], 1)  # noqa: E731
    return {"p50": at(0.5), "p95": at(0.95), "most": at(1), "given up": sum(answer.is_late for answer in answers)}


def weight(answers: Sequence[Answer], starts: Sequence[Start]) -> dict[str, float]:
    """Returns compressed bytes: the median of the starts, and of the queries after the first."""
    return {
        "before the box": median([start.before for start in starts]),
        "first result": median([start.first for start in starts]),
        "first result, scripts in it": median([start.first_code for start in starts]),
        "first result, most": max((start.first for start in starts), default=0),
        "requests for it": median([start.first_requests for start in starts]),
        "second page's query": median([start.second for start in starts]),
        "later query": median([answer.size for answer in answers[1:]]),
    }


def waiting(starts: Sequence[Start]) -> dict[str, float | None]:
    """Returns ms on the slow phone until a row is seen; starts that found nothing are left out and counted."""
    first = [start.first_ms for start in starts if start.first_ms is not None]
    second = [start.second_ms for start in starts if start.second_ms is not None]
    return {
        "first page": round(median(first)),
        "first page, most": round(max(first, default=0)),
        "second page": round(median(second)),
        "second page, most": round(max(second, default=0)),
        "nothing seen": 2 * len(starts) - len(first) - len(second),
    }

"""All questions together: their order, their tags and what no single file can see."""

from __future__ import annotations

from sellerhelp.faq.collection import Collection, check, collect
from sellerhelp.faq.published import read_published


def source(*rows: str) -> str:
    """Rows such as "a-b tags=[x] featured=2"."""
    entries = []
    for row in rows:
        name, *more = row.split()
        lines = [f"- id: {name}", "  question: 질문", "  answer: 답", "  updated: 2026-11-22"]
        keys = dict(part.split("=") for part in ["tags=[x]", *more])
        entries += [*lines, *(f"  {key}: {value}" for key, value in keys.items())]
    return "\n".join(entries)


def made(**files: str) -> Collection:
    published = read_published("", "p")
    return collect({f"{folder}/faq.yml": text for folder, text in files.items()}, ["opening", "orders"], [], published)[
        0
    ]


def ids(entries) -> list[str]:
    return [entry.id for entry in entries]


def test_entries_stand_in_the_order_of_the_manuals_then_of_their_files():
    collection = made(contact=source("c-1"), orders=source("o-2", "o-1"), opening=source("p-1"), ads=source("a-1"))
    assert ids(collection.entries) == ["p-1", "o-2", "o-1", "a-1", "c-1"]


def test_entries_are_chosen_by_manual_and_by_any_of_the_tags():
    collection = made(
        orders=source("o-1 tags=[가]", "o-2 tags=[나]", "o-3 tags=[가,다]"), opening=source("p-1 tags=[가]")
    )
    assert ids(collection.of()) == ["p-1", "o-1", "o-2", "o-3"]
    assert ids(collection.of("orders", ["가"])) == ["o-1", "o-3"]
    assert ids(collection.of("", ["다", "나"])) == ["o-2", "o-3"]
    assert (ids(collection.of("ads")), ids(collection.of("orders", ["라"]))) == ([], [])


def test_tags_are_counted_most_used_first_then_in_order_of_appearance():
    collection = made(
        orders=source("o-1 tags=[가,나]", "o-2 tags=[다]", "o-3 tags=[다,라]"), opening=source("p-1 tags=[라]")
    )
    assert list(collection.tags().items()) == [("라", 2), ("다", 2), ("가", 1), ("나", 1)]
    assert collection.tags("opening") == {"라": 1}


def test_the_featured_entries_stand_by_rank_and_equal_ranks_by_order():
    collection = made(orders=source("o-1 featured=10", "o-2", "o-3 featured=2"), opening=source("p-1 featured=10"))
    assert ids(collection.featured()) == ["o-3", "p-1", "o-1"]


def test_where_two_entries_share_an_id_the_first_is_found():
    collection = made(orders=source("o-1 tags=[뒤]"), opening=source("o-1 tags=[앞]"))
    assert collection.by_id()["o-1"].tags == ("앞",)


def test_an_id_taken_over_by_was_has_not_vanished_and_is_not_unrecorded():
    entries = made(orders=source("o-new was=[o-old]")).entries
    published = read_published("o-old\no-new\n", "docs/published.txt")
    assert check(entries, [], published) == []


def test_the_same_was_in_two_entries_is_a_clash():
    entries = made(orders=source("o-1 was=[o-0]", "o-2 was=[o-0]")).entries
    published = read_published("o-0\no-1\no-2", "docs/published.txt")
    assert [str(problem) for problem in check(entries, [], published)] == [
        "docs/orders/faq.yml:7:3: 오류: 옛 id ‘o-0’을 두 질문이 이어받았어요. 처음 쓴 곳은 docs/orders/faq.yml의 1번째 줄이에요.\n"
        "    ‘was’ 한 곳에만 남기세요."
    ]


def test_all_unrecorded_ids_are_told_in_one_warning():
    problems = check(made(orders=source("o-1", "o-2", "o-3")).entries, [], read_published("o-2", "p"))
    assert [str(problem) for problem in problems] == [
        "docs/orders/faq.yml:1:3: 알림: 공개한 목록에 없는 질문이 2개 있어요. 첫 번째는 ‘o-1’이에요.\n"
        "    사이트를 올리기 전에 make ids 를 실행하세요."
    ]


def test_a_vanished_id_counts_as_unread_only_as_a_whole_word():
    published = read_published("o-1\no-1-2", "p.txt")
    assert [problem.line for problem in check([], [], published, "- id: o-1-2\n  was: [x-o-1]")] == [1]


def test_no_files_give_no_entries_and_every_published_id_has_vanished():
    collection, problems = collect({}, [], [], read_published("a-b\nc-d", "p.txt"))
    assert (collection.entries, [(problem.path, problem.line) for problem in problems]) == (
        (),
        [("p.txt", 1), ("p.txt", 2)],
    )

"""The line: chats take turns by what they have been given, and the loudest gives way."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.generation.fair_queue import FairQueue


def filled(*chats: str, limit: int = 100) -> FairQueue[str]:
    queue: FairQueue[str] = FairQueue(limit)
    for number, chat in enumerate(chats):
        queue.put(f"{chat}{number}", chat, 5)
    return queue


def drained(queue: FairQueue[str]) -> list[str]:
    return [queue.take() for _ in range(len(queue))]


def test_chats_take_turns_and_within_a_chat_the_first_comes_first() -> None:
    queue = filled("a", "a", "a", "b", "b", "c")
    assert queue.put("d6", "d", 5) == 4
    assert drained(queue) == ["a0", "b3", "c5", "d6", "a1", "b4", "a2"]


def test_a_chat_that_comes_later_is_neither_ahead_of_its_share_nor_behind_it() -> None:
    queue = filled("a", "a", "a", "a")
    assert [queue.take(), queue.take()] == ["a0", "a1"]
    queue.put("b", "b", 5)
    assert drained(queue) == ["b", "a2", "a3"]


def test_rows_count_not_requests() -> None:
    queue: FairQueue[str] = FairQueue(100)
    for number in range(3):
        queue.put(f"ten {number}", "a", 10)
        queue.put(f"five {number}", "b", 5)
    assert drained(queue) == ["ten 0", "five 0", "five 1", "ten 1", "five 2", "ten 2"]


def test_a_full_line_takes_from_the_loudest_or_refuses_the_loudest() -> None:
    queue = filled("a", "a", "a", "b", limit=4)
    assert queue.make_room("b") == ["a2"]
    queue.put("b4", "b", 5)
    with pytest.raises(IndexError):
        queue.make_room("b")
    with pytest.raises(IndexError):
        queue.make_room("a")
    assert len(queue) == 4
    assert queue.make_room("c") in (["a1"], ["b4"])


def test_what_nobody_wants_any_more_leaves_and_what_is_put_back_comes_first() -> None:
    queue = filled("a", "b", "a")
    assert queue.remove(lambda item: item.startswith("b")) == ["b1"]
    taken = queue.take()
    queue.put_back(taken, "a", 5)
    assert (queue.first(), drained(queue)) == ("a0", ["a0", "a2"])


def test_a_chat_does_not_pay_for_requests_that_expired() -> None:
    queue = filled(*["a"] * 30, *["b"] * 3)
    assert queue.take() == "a0"
    queue.remove(lambda item: item.startswith("a"))
    queue.put("new", "a", 5)
    assert drained(queue) == ["b30", "b31", "new", "b32"]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 10)), min_size=20, max_size=120))
def test_chats_that_keep_asking_are_served_alike_within_one_request(asked: list[tuple[str, int]]) -> None:
    """The bound of start-time fair queueing: two chats in line all the while differ by one request of each at most."""
    queue: FairQueue[tuple[str, int]] = FairQueue(1000)
    for chat, rows in asked:
        queue.put((chat, rows), chat, rows)
    waiting, served = Counter(chat for chat, _ in asked), Counter[str]()
    chats = set(waiting)
    while len(queue):
        chat, rows = queue.take()
        waiting[chat] -= 1
        served[chat] += rows
        if any(waiting[other] == 0 for other in chats):
            break
        assert max(served[c] for c in chats) - min(served[c] for c in chats) <= 20

"""The line of requests that wait: chats take turns, and when it is full the loudest chat gives way.

Start-time fair queueing (Goyal, Vin and Cheng, 1996): a request's place is the work its chat has been given so far, in
rows, so that over any time chats that keep asking are served alike, however many requests each of them has in line.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class _Place(Generic[T]):
    start: float  # the virtual time at which its turn comes
    arrival: int
    key: str
    rows: int
    item: T


class FairQueue(Generic[T]):
    """At most `limit` items. Not thread-safe: the engine holds its lock."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._places: list[_Place[T]] = []
        self._now = 0.0  # virtual time: the start of what was taken last
        self._finish: dict[str, float] = {}  # of the last request of each chat that is ahead of virtual time
        self._arrivals = 0

    def __len__(self) -> int:
        return len(self._places)

    def put(self, item: T, key: str, rows: int) -> int:
        """Add an item; return its position from 1. Call `make_room` first."""
        start = max(self._now, self._finish.get(key, 0.0))
        self._finish[key] = start + rows
        self._arrivals += 1
        place = _Place(start, self._arrivals, key, rows, item)
        bisect.insort(self._places, place, key=lambda other: (other.start, other.arrival))
        return self._places.index(place) + 1

    def put_back(self, item: T, key: str, rows: int) -> None:
        """Add an item that had been taken, before all others. It has been counted already."""
        self._places.insert(0, _Place(float("-inf"), 0, key, rows, item))

    def first(self) -> T:
        """The item whose turn it is; there must be one."""
        return self._places[0].item

    def take(self) -> T:
        """Remove and return the item whose turn it is."""
        place = self._places.pop(0)
        self._now = max(self._now, place.start)
        self._finish = {key: finish for key, finish in self._finish.items() if finish > self._now}
        return place.item

    def remove(self, unwanted: Callable[[T], bool]) -> list[T]:
        """Take out, and return, all items that are not wanted any more."""
        gone = [place for place in self._places if unwanted(place.item)]
        if gone:
            self._places = [place for place in self._places if place not in gone]
        for key in {place.key for place in gone}:  # it does not pay for what it was not given
            self._finish[key] = max(
                (place.start + place.rows for place in self._places if place.key == key),
                default=min(place.start for place in gone if place.key == key),
            )
        return [place.item for place in gone]

    def make_room(self, key: str) -> list[T]:
        """The items that must give way so that one of this chat fits, removed; the newest of the loudest chat.

        Raises IndexError if this chat itself is the loudest.
        """
        gone = []
        while len(self._places) >= self.limit:
            waiting = Counter(place.key for place in self._places)
            loudest, most = waiting.most_common(1)[0]
            if most <= waiting[key] + 1:
                raise IndexError
            last = max((place for place in self._places if place.key == loudest), key=lambda place: place.arrival)
            self._places.remove(last)
            if last.start >= 0:
                self._finish[loudest] = last.start
            gone.append(last.item)
        return gone

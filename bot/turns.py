"""Whose turn it is: one running request a person, a pause after each, and a shorter one in each channel."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from data.errors import AlreadyAsking, CoolingDown

REMEMBERED = 10_000  # people and channels


class Turns:
    """In memory: after a restart everybody may ask at once. `clock` is monotonic, in seconds."""

    def __init__(self, person_s: float, channel_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._pauses = {"person": person_s, "channel": channel_s}
        self._clock = clock
        self._until: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._asking: set[str] = set()

    def refuse(self, person: str, channel: str | None) -> None:
        """Raises `AlreadyAsking`, `CoolingDown` if it is not this person's turn."""
        if person in self._asking:
            raise AlreadyAsking
        wait_s = max(self._until.get(key, 0.0) - self._clock() for key in _keys(person, channel))
        if wait_s > 0:
            raise CoolingDown(wait_s)

    @contextmanager
    def turn(self, person: str, channel: str | None, *, exempt: bool = False) -> Iterator[None]:
        """Hold a person's turn for the block. Raises as `refuse`; never for who is `exempt`."""
        if exempt:
            yield
            return
        self.refuse(person, channel)
        self._asking.add(person)
        try:
            yield
        finally:
            self._asking.discard(person)
            for key in _keys(person, channel):
                self._until[key] = self._clock() + self._pauses[key[0]]
                self._until.move_to_end(key)
            while len(self._until) > REMEMBERED:
                self._until.popitem(last=False)


def _keys(person: str, channel: str | None) -> list[tuple[str, str]]:
    return [("person", person), *([("channel", channel)] if channel else [])]

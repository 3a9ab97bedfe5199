"""Whose turn it is: one running request a person, a pause after each, and a shorter one in each channel."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from data.errors import AlreadyAsking, CoolingDown


@dataclass(frozen=True)
class Asker:
    """Who asks: a person of a platform, in which channel, and whether they need not wait and may press any button."""

    platform: str
    person: str
    channel: str | None = None
    exempt: bool = False
    chat: str | None = None  # the server or group, where it is in one
    thread_of: str | None = None  # the channel that a thread belongs to
    among_adults: bool = False  # in a channel that is marked so, or at the operator's own screen

    @property
    def place(self) -> str | None:
        """The server or group, over all platforms: "discord:42"; None alone with the bot."""
        return f"{self.platform}:{self.chat}" if self.chat else None

    @property
    def id(self) -> str:
        """The person, over all platforms: "discord:42"."""
        return f"{self.platform}:{self.person}"

    @property
    def queue_key(self) -> str:
        """What takes turns with others in the line: a server or group, else the person."""
        return f"{self.platform}:{self.chat or self.channel or self.person}"

    def keys(self) -> list[tuple[str, ...]]:
        """What pauses are kept by."""
        person = ("person", self.platform, self.person)
        return [person] if self.channel is None else [person, ("channel", self.platform, self.channel)]


REMEMBERED = 10_000  # people and channels


class Turns:
    """In memory: after a restart everybody may ask at once. `clock` is monotonic, in seconds."""

    def __init__(self, person_s: float, channel_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._pauses = {"person": person_s, "channel": channel_s}
        self._clock = clock
        self._until: OrderedDict[tuple[str, ...], float] = OrderedDict()
        self._asking: set[tuple[str, ...]] = set()

    def refuse(self, asker: Asker) -> None:
        """Raises `AlreadyAsking`, `CoolingDown` if it is not this person's turn; never for who is exempt."""
        if asker.exempt:
            return
        keys = asker.keys()
        if keys[0] in self._asking:
            raise AlreadyAsking
        wait_s = max(self._until.get(key, 0.0) - self._clock() for key in keys)
        if wait_s > 0:
            raise CoolingDown(wait_s)

    @contextmanager
    def turn(self, asker: Asker, *, looked: bool = False) -> Iterator[None]:
        """Hold a person's turn for the block. Raises as `refuse`, unless somebody has looked before."""
        if not looked:
            self.refuse(asker)
        if asker.exempt:
            yield
            return
        person = asker.keys()[0]
        self._asking.add(person)
        try:
            yield
        finally:
            self._asking.discard(person)
            self.pause(asker)

    def pause(self, asker: Asker) -> None:
        """As after an answer; never for who is exempt."""
        if asker.exempt:
            return
        keys = asker.keys()
        for key in keys:
            self._until[key] = self._clock() + self._pauses[key[0]]
            self._until.move_to_end(key)
        while len(self._until) > REMEMBERED:
            self._until.popitem(last=False)

"""The home folder: made for its owner alone, used by nobody else, with a folder of its own for what is temporary."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from data.errors import HomeUnusable
from data.storage.temporary import use_temporary


def settle_in(home: Path) -> None:
    """Make the home ready for a command. Raises `HomeUnusable` to root in another user's home.

    What root wrote there, its owner could not use any more. A home that cannot be made is left to those who need it.
    """
    try:
        os.fsencode(home).decode("utf-8")
    except UnicodeError:
        raise HomeUnusable(Path(repr(str(home))), "its name is not UTF-8, which SQLite wants") from None
    with suppress(OSError):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    home = home.resolve()
    owner = owner_of(home)
    if os.geteuid() == 0 and owner not in (None, 0):
        name = name_of(owner)
        raise HomeUnusable(home, f"it belongs to the user {name}, and you are root; run it as sudo -u {name}")
    use_temporary(home)


def of_others(home: Path) -> list[Path]:
    """What in the home belongs to other users than the home itself, at most ten of it."""
    found: list[Path] = []
    home = home.resolve()
    for folder, folders, files in os.walk(home):
        inside = (Path(folder) / name for name in (*folders, *files))
        found += [path for path in inside if owner_of(path) not in (None, owner_of(home))]
        if len(found) >= 10:
            break
    return found[:10]


def owner_of(path: Path) -> int | None:
    """The id of the user it belongs to; None where that cannot be seen."""
    try:
        return path.lstat().st_uid
    except OSError:
        return None


def name_of(user: int | None) -> str:
    """A user's name, or number where there is none."""
    import pwd

    try:
        return pwd.getpwuid(user or 0).pw_name
    except KeyError:
        return str(user)

"""What holds for every process on a database, and therefore stands in it: consent, mentions, deleted posts."""

from __future__ import annotations

from sqlite_utils import Database

from data.accounts.handles import parse_handle
from data.errors import ConsentNeeded, InvalidChoice
from data.storage.database import change, one
from data.storage.ledger import note as write_down

POLICIES = {
    "consent": ("optional", "required"),
    "mentions": ("keep", "mask"),
    "deleted": ("retrain", "retire"),
}
"""The choices of each policy; the first is the default."""

MEANING = {
    "consent": "required: only accounts whose consent is recorded are downloaded, trained and imitated",
    "mentions": "mask: every @name becomes @user before training",
    "deleted": "retire: a voice that learned from a post that has been deleted since is silent until it is retrained",
}


def policy(db: Database, name: str) -> str:
    """The value of a policy, its default where none was set."""
    row = one(db, "SELECT value FROM policies WHERE name = ?", name)
    return str(row["value"]) if row else POLICIES[name][0]


def set_policy(db: Database, name: str, value: str) -> None:
    """Raises `InvalidChoice`."""
    if name not in POLICIES:
        raise InvalidChoice("the policy", name, "one of " + ", ".join(POLICIES))
    if value not in POLICIES[name]:
        raise InvalidChoice(name, value, " or ".join(POLICIES[name]))
    change(
        db,
        "INSERT INTO policies (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value,
    )


def record_consent(db: Database, handle: str, note: str, *, now: float) -> str:
    """Note that an account has agreed; return its handle. Raises `InvalidHandle`."""
    name = parse_handle(handle).text
    write_down(db, "consent", handle=name, note=note, at=now)
    change(db, "INSERT OR REPLACE INTO consents (handle, note, at) VALUES (?, ?, ?)", name, note, now)
    return name


def withdraw_consent(db: Database, handle: str) -> str:
    """Raises `InvalidHandle`."""
    name = parse_handle(handle).text
    write_down(db, "withdrawal", handle=name)
    change(db, "DELETE FROM consents WHERE handle = ?", name)
    return name


def refuse_without_consent(db: Database, handles: tuple[str, ...]) -> None:
    """Raises `ConsentNeeded` where consent is required and one of the accounts has not agreed."""
    if policy(db, "consent") != "required":
        return
    for handle in handles:
        if one(db, "SELECT 1 FROM consents WHERE handle = ?", handle) is None:
            raise ConsentNeeded(handle)

"""What can keep tweets from being read and a voice from being trained."""

from __future__ import annotations

from dataclasses import dataclass

from data.errors.families import SourceError, TrainingError

# Sources


@dataclass(eq=False)
class NoSource(SourceError):
    """A refresh was asked for an account that has nowhere to refresh from."""

    handle: str


@dataclass(eq=False)
class JointAccount(SourceError):
    """A joint account is not downloaded; its members are."""

    handle: str


@dataclass(eq=False)
class SourceOff(SourceError):
    """A source that an operator has to switch on; `fix` says how."""

    source: str
    fix: str


@dataclass(eq=False)
class AccountUnavailable(SourceError):
    """The source shows no posts of this account; `why` is "missing", "suspended" or "protected"."""

    account: str
    source: str
    why: str


@dataclass(eq=False)
class AccountRenamed(SourceError):
    """The account is stored already, under the handle it had before."""

    handle: str
    before: str


@dataclass(eq=False)
class HandlePassedOn(SourceError):
    """The handle belongs to another account at its source than when it was added."""

    handle: str


@dataclass(eq=False)
class SourceRefused(SourceError):
    """The source does not let us, for a reason that trying again does not change."""

    source: str
    reason: str
    fix: str


@dataclass(eq=False)
class SourceDown(SourceError):
    """The source cannot be reached or answers nonsense, also after several attempts."""

    source: str
    reason: str


@dataclass(eq=False)
class RateLimited(SourceError):
    """The source asks to come back at `until`, in seconds since 1970."""

    source: str
    until: float


@dataclass(eq=False)
class SourceResting(SourceError):
    """The source has failed or asked us to wait; the schedule backs off until `until`, in seconds since 1970."""

    source: str
    reason: str
    until: float


@dataclass(eq=False)
class BudgetSpent(SourceError):
    """The month's budget in posts leaves too little for the next request."""

    source: str
    left: int
    budget: int
    month: str


# Training


@dataclass(eq=False)
class CorpusTooSmall(TrainingError):
    """Too few characters of usable text."""

    handle: str
    characters: int
    needed: int


@dataclass(eq=False)
class TooFewTweets(TrainingError):
    """Too few different tweets to hold any out for scoring."""

    handle: str
    tweets: int
    needed: int


@dataclass(eq=False)
class BaseUnavailable(TrainingError):
    """A base model that is not there, not whole, or of a kind that cannot be served; `fix` is a sentence."""

    base: str
    reason: str
    fix: str


@dataclass(eq=False)
class VersionDamaged(TrainingError):
    """The live version's files are not what they were, and no older one is left."""

    handle: str
    number: int
    file: str


@dataclass(eq=False)
class CannotMeasure(TrainingError):
    """A version whose files or whose base model are not whole."""

    handle: str
    number: int
    reason: str


@dataclass(eq=False)
class ModelTooLarge(TrainingError):
    """A full fine-tune does not fit into the memory that is set aside for such models."""

    megabytes: int
    limit: int


@dataclass(eq=False)
class HubRefused(TrainingError):
    """A model hub did not take an upload."""

    repo: str
    reason: str
    fix: str

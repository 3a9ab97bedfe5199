"""Everything that can go wrong in a way a person can act on, as small typed errors.

The facts are fields; the sentence a person reads is made from them in one place, `data.texts.english`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class TweetlikeError(Exception):
    """Base of every error that has a sentence for people in `data.texts.english`."""


@dataclass(eq=False)
class InvalidHandle(TweetlikeError):
    text: str


@dataclass(eq=False)
class HandleNeeded(TweetlikeError):
    """The file does not say whose tweets it holds."""

    path: Path


@dataclass(eq=False)
class UnknownAccount(TweetlikeError):
    handle: str
    suggestions: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()  # some of those that can be asked


@dataclass(eq=False)
class NoVoiceYet(TweetlikeError):
    """The account is known, but no version of it is live."""

    handle: str
    training: bool = False


@dataclass(eq=False)
class NoScoreYet(TweetlikeError):
    """A version that was never measured."""

    handle: str
    number: int


@dataclass(eq=False)
class UnknownVersion(TweetlikeError):
    handle: str
    number: int | None


@dataclass(eq=False)
class OptedOut(TweetlikeError):
    handle: str


@dataclass(eq=False)
class UnreadableSource(TweetlikeError):
    """A file or archive of tweets is not what it claims; `place` is a line, a member or a field."""

    path: Path
    reason: str
    place: str = ""


@dataclass(eq=False)
class NoSource(TweetlikeError):
    """A refresh was asked for an account that has nowhere to refresh from."""

    handle: str


@dataclass(eq=False)
class ConsentNeeded(TweetlikeError):
    """Only accounts that have agreed may be imitated here, and this one has not."""

    handle: str


@dataclass(eq=False)
class SourceOff(TweetlikeError):
    """A source that an operator has to switch on; `fix` says how."""

    source: str
    fix: str


@dataclass(eq=False)
class AccountUnavailable(TweetlikeError):
    """The source shows no posts of this account."""

    account: str
    source: str
    why: str  # "missing", "suspended" or "protected"


@dataclass(eq=False)
class AccountRenamed(TweetlikeError):
    """The account is stored already, under the handle it had before."""

    handle: str
    before: str


@dataclass(eq=False)
class SourceRefused(TweetlikeError):
    """The source does not let us, for a reason that trying again does not change."""

    source: str
    reason: str
    fix: str


@dataclass(eq=False)
class SourceDown(TweetlikeError):
    """The source cannot be reached or answers nonsense, also after several attempts."""

    source: str
    reason: str


@dataclass(eq=False)
class RateLimited(TweetlikeError):
    """The source asks to come back at `until`, in seconds since 1970."""

    source: str
    until: float


@dataclass(eq=False)
class SourceResting(TweetlikeError):
    """The source has failed or asked for rest; the schedule leaves it alone `until` then."""

    source: str
    reason: str
    until: float


@dataclass(eq=False)
class BudgetSpent(TweetlikeError):
    """The month's budget in posts leaves too little for the next request."""

    source: str
    left: int
    budget: int
    month: str


@dataclass(eq=False)
class CorpusTooSmall(TweetlikeError):
    handle: str
    characters: int
    needed: int


@dataclass(eq=False)
class BaseUnavailable(TweetlikeError):
    base: str
    reason: str
    fix: str


@dataclass(eq=False)
class VersionDamaged(TweetlikeError):
    handle: str
    number: int
    file: str


@dataclass(eq=False)
class DatabaseTooNew(TweetlikeError):
    path: Path
    unknown: tuple[str, ...]


@dataclass(eq=False)
class DatabaseDamaged(TweetlikeError):
    path: Path
    reason: str


@dataclass(eq=False)
class HomeUnusable(TweetlikeError):
    """The folder for the database and the models cannot be created or written."""

    path: Path
    reason: str


@dataclass(eq=False)
class BackupRefused(TweetlikeError):
    """Not a backup, or not a place for one; nothing has been changed."""

    path: Path
    reason: str


@dataclass(eq=False)
class LeaseTaken(TweetlikeError):
    role: str
    holder: str


@dataclass(eq=False)
class LeaseLost(TweetlikeError):
    """Another process took the lease or the job over; stop without writing."""

    what: str


@dataclass(eq=False)
class Cancelled(TweetlikeError):
    """The job was cancelled by a person."""


@dataclass(eq=False)
class UnknownJob(TweetlikeError):
    job_id: int


@dataclass(eq=False)
class InvalidSettings(TweetlikeError):
    problems: tuple[str, ...]


@dataclass(eq=False)
class InvalidChoice(TweetlikeError):
    """An argument outside of what it may be."""

    name: str
    value: str
    allowed: str


@dataclass(eq=False)
class TokenRefused(TweetlikeError):
    """A chat platform does not know the token."""

    platform: str


@dataclass(eq=False)
class PromptTooLong(TweetlikeError):
    length: int
    limit: int


@dataclass(eq=False)
class Busy(TweetlikeError):
    """The queue is full; `position` is the place the request would have had."""

    position: int


@dataclass(eq=False)
class Restarting(TweetlikeError):
    """The bot has been told to stop, and takes no more requests."""


@dataclass(eq=False)
class RefusedContent(TweetlikeError):
    """A beginning, or all drafts of an answer, hold what is not said here; `reason` is one word or two."""

    reason: str


@dataclass(eq=False)
class AlreadyAsking(TweetlikeError):
    """The person's request before this one is still being answered."""


@dataclass(eq=False)
class CoolingDown(TweetlikeError):
    """The person, or the channel, has just had an answer."""

    wait_s: float


@dataclass(eq=False)
class NotEnoughForAGame(TweetlikeError):
    """There is no held-out tweet to show, or the voice wrote too few different ones."""

    handle: str


@dataclass(eq=False)
class NothingToCancel(TweetlikeError):
    handle: str


@dataclass(eq=False)
class RoundOver(TweetlikeError):
    pass


@dataclass(eq=False)
class DeadlineExceeded(TweetlikeError):
    waited_s: float


@dataclass(eq=False)
class NothingOriginal(TweetlikeError):
    """Every draft was empty or a copy of a real tweet, also after redrawing; `copies` are those."""

    handle: str
    copies: tuple[str, ...] = ()


@dataclass(eq=False)
class TooFewTweets(TweetlikeError):
    """Too few different tweets to hold any out for scoring."""

    handle: str
    tweets: int
    needed: int


@dataclass(eq=False)
class CannotMeasure(TweetlikeError):
    """A version whose files or whose base model are not whole."""

    handle: str
    number: int
    reason: str


@dataclass(eq=False)
class ModelTooLarge(TweetlikeError):
    """A full fine-tune does not fit into the memory that is set aside for such models."""

    megabytes: int
    limit: int


@dataclass(eq=False)
class EngineFault(TweetlikeError):
    """The engine failed while this request was running; it has been rebuilt."""

    reason: str


@dataclass(eq=False)
class UnknownGeneration(TweetlikeError):
    """The answer that a button belongs to is no longer stored."""

    generation_id: int


@dataclass(eq=False)
class StillInTheLog(TweetlikeError):
    """All rows are deleted, but another program keeps old pages of the database alive."""


@dataclass(eq=False)
class HandlePassedOn(TweetlikeError):
    """The handle belongs to another account at its source than when it was added."""

    handle: str


@dataclass(eq=False)
class HubRefused(TweetlikeError):
    """A model hub did not take an upload."""

    repo: str
    reason: str
    fix: str


@dataclass(eq=False)
class NotAllowed(TweetlikeError):
    action: str

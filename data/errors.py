"""Everything that can go wrong in a way a person can act on, as small typed errors in families.

The facts are fields. The sentence a person reads is made from them in one table a language, `data.texts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class TweetlikeError(Exception):
    """Base of every error that has a sentence for people."""


class BadInput(TweetlikeError):
    """What a person typed, set or sent cannot be used; something else can."""


class NotThere(TweetlikeError):
    """What was asked for does not exist, not yet, or no longer."""


class NotPermitted(TweetlikeError):
    """It exists, but this person, this account or this text may not."""


class TryLater(TweetlikeError):
    """Nothing is wrong with the request; it would work at another time."""


class SourceError(TweetlikeError):
    """A source of tweets does not give what was asked of it; what came before is kept."""


class TrainingError(TweetlikeError):
    """A voice cannot be trained, scored or served as things are."""


class StorageError(TweetlikeError):
    """The database or the files of this installation are in the way."""


class Stopped(TweetlikeError):
    """The work was taken out of this process's hands; nothing is half-written."""


# Bad input


@dataclass(eq=False)
class InvalidHandle(BadInput):
    """Of no network's grammar."""

    text: str


@dataclass(eq=False)
class InvalidChoice(BadInput):
    """An argument outside of what it may be: `name` must be `allowed`."""

    name: str
    value: str
    allowed: str


@dataclass(eq=False)
class InvalidSettings(BadInput):
    """Settings that cannot be, each named."""

    problems: tuple[str, ...]


@dataclass(eq=False)
class TokenRefused(BadInput):
    """A chat platform does not know the token."""

    platform: str


@dataclass(eq=False)
class PromptTooLong(BadInput):
    """`length` and `limit` in characters."""

    length: int
    limit: int


@dataclass(eq=False)
class HandleNeeded(BadInput):
    """The file does not say whose tweets it holds."""

    path: Path


@dataclass(eq=False)
class UnreadableSource(BadInput):
    """A file or archive of tweets is not what it claims; `place` is a line, a member or a field."""

    path: Path
    reason: str
    place: str = ""


@dataclass(eq=False)
class UploadTooLarge(BadInput):
    """A file that was sent in a chat is larger than is taken there; `limit` in bytes."""

    limit: int


@dataclass(eq=False)
class FileUnwritable(BadInput):
    """A file that was asked for cannot be written."""

    path: Path
    reason: str


@dataclass(eq=False)
class FolderNotEmpty(BadInput):
    """An export needs a new or an empty folder."""

    path: Path


@dataclass(eq=False)
class BackupRefused(BadInput):
    """Not a backup, or not a place for one; nothing has been changed."""

    path: Path
    reason: str


# Not there


@dataclass(eq=False)
class UnknownAccount(NotThere):
    """`suggestions` are the closest known handles, `voices` some of those that can be asked."""

    handle: str
    suggestions: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


@dataclass(eq=False)
class AlreadyForgotten(NotThere):
    """An account that was to be deleted, and is."""


@dataclass(eq=False)
class NoVoiceYet(NotThere):
    """The account is known, but no version of it is live."""

    handle: str
    training: bool = False


@dataclass(eq=False)
class NoScoreYet(NotThere):
    """A version that was never measured."""

    handle: str
    number: int


@dataclass(eq=False)
class UnknownVersion(NotThere):
    """No version of this number, or none that may go live."""

    handle: str
    number: int


@dataclass(eq=False)
class NoEarlierVersion(NotThere):
    """There is nothing to roll back to."""

    handle: str


@dataclass(eq=False)
class UnknownGeneration(NotThere):
    """The answer that a button belongs to is no longer stored."""

    generation_id: int


@dataclass(eq=False)
class VersionDeleted(NotThere):
    """A version that went with its account while it was worked on."""


@dataclass(eq=False)
class PromptForgotten(NotThere):
    """What was typed in another chat is no longer remembered."""


@dataclass(eq=False)
class AnswerNotStored(NotThere):
    """The last answer could not be stored, so that nothing can go on from it."""


@dataclass(eq=False)
class UnknownJob(NotThere):
    """No job has this id."""

    job_id: int


@dataclass(eq=False)
class NothingToCancel(NotThere):
    """No job of this account is queued or running."""

    handle: str


@dataclass(eq=False)
class NotEnoughForAGame(NotThere):
    """There is no held-out tweet to show, or the voice wrote too few different ones."""

    handle: str


@dataclass(eq=False)
class RoundOver(NotThere):
    """A guess for a round that has ended."""


@dataclass(eq=False)
class NothingOriginal(NotThere):
    """Every draft was empty or a copy of a real tweet, also after redrawing; `copies` are those."""

    handle: str
    copies: tuple[str, ...] = ()


# Not permitted


@dataclass(eq=False)
class OptedOut(NotPermitted):
    """The account does not want to be imitated."""

    handle: str


@dataclass(eq=False)
class ConsentNeeded(NotPermitted):
    """Only accounts that have agreed may be imitated here, and this one has not."""

    handle: str


@dataclass(eq=False)
class RefusedContent(NotPermitted):
    """A prompt, or all drafts of an answer, hold what is not said here; `reason` is one word or two."""

    reason: str


@dataclass(eq=False)
class AdminsOnly(NotPermitted):
    """`action` is what only admins and operators may do, like "retrain a voice"."""

    action: str


@dataclass(eq=False)
class OperatorsOnly(NotPermitted):
    """`action` is what only operators may do, like "delete an account"."""

    action: str


@dataclass(eq=False)
class RequesterOnly(NotPermitted):
    """A button under somebody else's answer, where the settings leave it to the one who asked."""


# Try later


@dataclass(eq=False)
class Busy(TryLater):
    """The queue is full; `position` is the place the request would have had."""

    position: int


@dataclass(eq=False)
class Restarting(TryLater):
    """The bot has been told to stop, and takes no more requests."""


@dataclass(eq=False)
class AlreadyAsking(TryLater):
    """The person's request before this one is still being answered."""


@dataclass(eq=False)
class CoolingDown(TryLater):
    """The person, or the channel, has just had an answer; seconds."""

    wait_s: float


@dataclass(eq=False)
class DeadlineExceeded(TryLater):
    """The request waited longer than it may; seconds."""

    waited_s: float


@dataclass(eq=False)
class EngineFault(TryLater):
    """The engine failed while this request was running; it has been rebuilt."""

    reason: str


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


# Storage


@dataclass(eq=False)
class DatabaseTooNew(StorageError):
    """Written by a newer program; `unknown` are its migrations."""

    path: Path
    unknown: tuple[str, ...]


@dataclass(eq=False)
class DatabaseDamaged(StorageError):
    """Not a database, or not a whole one."""

    path: Path
    reason: str


@dataclass(eq=False)
class HomeUnusable(StorageError):
    """The folder for the database and the models cannot be created or written."""

    path: Path
    reason: str


@dataclass(eq=False)
class PortTaken(StorageError):
    """A local port that was set cannot be listened on."""

    setting: str
    port: int
    reason: str


@dataclass(eq=False)
class StillInTheLog(StorageError):
    """All rows are deleted, but another program keeps old pages of the database alive."""


@dataclass(eq=False)
class LeaseTaken(StorageError):
    """Another process holds this role on this database."""

    role: str
    holder: str


# Stopped


@dataclass(eq=False)
class LeaseLost(Stopped):
    """Another process took the lease or the job over; stop without writing."""

    what: str


@dataclass(eq=False)
class Cancelled(Stopped):
    """The job was cancelled by a person."""

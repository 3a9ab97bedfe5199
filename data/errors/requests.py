"""What can be wrong with what a person asks for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.errors.families import BadInput, NotPermitted, NotThere, TryLater

# Bad input


@dataclass(eq=False)
class InvalidHandle(BadInput):
    """Of no network's grammar; `forms` are examples of what is."""

    text: str
    forms: tuple[str, ...] = ()


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
class PlatformRefused(BadInput):
    """A chat platform refuses this program for a reason that trying again does not change."""

    platform: str
    reason: str
    fix: str


@dataclass(eq=False)
class PromptTooLong(BadInput):
    """`length` and `limit` in characters."""

    length: int
    limit: int


@dataclass(eq=False)
class HandleNeeded(BadInput):
    """The file does not say whose tweets it holds, or names an account `found` whose handle is none that is taken."""

    path: Path
    found: str = ""


@dataclass(eq=False)
class SeveralAuthors(BadInput):
    """The file holds tweets of several accounts, and nobody has said whose are meant."""

    path: Path
    authors: tuple[str, ...]


@dataclass(eq=False)
class OthersTweets(BadInput):
    """The file holds tweets of `authors`, none of them of the account that they were to be imported for."""

    path: Path
    handle: str
    authors: tuple[str, ...]


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
class QuestionExpired(NotThere):
    """The answer to a question about something dangerous, which came too late to be sure that it is meant."""


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
class ConversationOver(NotThere):
    """Voices that were talking with each other have ended, or a restart has ended them."""


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
class SwitchedOff(NotPermitted):
    """The admins of a server or group have switched the bot off there."""


@dataclass(eq=False)
class OtherChannels(NotPermitted):
    """The admins of a server let the bot answer in some channels alone, and this is none of them."""


@dataclass(eq=False)
class NotHere(NotPermitted):
    """The admins of a server or group have chosen which voices speak there; `voices` are some of those."""

    handle: str
    voices: tuple[str, ...] = ()


@dataclass(eq=False)
class ForAdults(NotPermitted):
    """A voice that is marked as for adults, asked in a place that is not."""

    handle: str


@dataclass(eq=False)
class OwnPlaceOnly(NotPermitted):
    """What only those may change who may manage the server or group where they ask."""


@dataclass(eq=False)
class OthersMessage(NotPermitted):
    """A message that somebody else wrote, which only they may put into a voice's mouth."""


@dataclass(eq=False)
class AdminsOnly(NotPermitted):
    """`action` is what only admins and operators may do, like "retrain a voice"."""

    action: str


@dataclass(eq=False)
class OperatorsOnly(NotPermitted):
    """`action` is what only operators may do, like "delete an account"."""

    action: str


@dataclass(eq=False)
class AllowanceSpent(NotPermitted):
    """A trusted server or group has asked for as many trainings in 24 hours as it may."""

    limit: int


@dataclass(eq=False)
class RequesterOnly(NotPermitted):
    """A button under somebody else's answer, where the settings leave it to the one who asked."""


# Try later


@dataclass(eq=False)
class Busy(TryLater):
    """The queue is full; `position` is the place the request would have had."""

    position: int


@dataclass(eq=False)
class QuietNow(TryLater):
    """The operator's quiet hours: admins start nothing then."""

    hours: str


@dataclass(eq=False)
class StillTraining(TryLater):
    """A trusted server or group has a training under way, and one at a time is enough."""

    handle: str


@dataclass(eq=False)
class Restarting(TryLater):
    """The bot has been told to stop, and takes no more requests."""


@dataclass(eq=False)
class AlreadyAsking(TryLater):
    """The person's request before this one is still being answered."""


@dataclass(eq=False)
class AlreadyTalking(TryLater):
    """Some voices are talking with each other in this place already."""


@dataclass(eq=False)
class SavingNow(TryLater):
    """Somebody else writes to the database for longer than a press of a button waits."""


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

"""The families of errors: what a caller catches who does not care for the exact reason."""

from __future__ import annotations


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

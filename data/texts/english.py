"""English: the sentence of every error."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from data import errors
from data.texts.sentence import Audience, Sentence, Table, either, listed, shortened


def explain(error: errors.TweetlikeError, audience: Audience = Audience.CLI) -> str:
    """Return one or two plain sentences, without markup. Every error has them."""
    return TABLE[type(error)].to(audience, error)


def explain_in_log(error: errors.TweetlikeError) -> str:
    """The same for a log, which outlives what is forgotten: what is quoted of a file of tweets is left out."""
    return _QUOTED.sub("'…'", explain(error)) if isinstance(error, errors.UnreadableSource) else explain(error)


_QUOTED = re.compile(r"""'[^']*'|"[^"]*\"""")


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M UTC")


def _unknown(error: errors.UnknownAccount) -> str:
    if error.suggestions:
        return f"I don't know @{error.handle}. Did you mean {either(error.suggestions, 'or')}?"
    here = f" Ask for {either(error.voices, 'or')}." if error.voices else ""
    return f"I don't know @{error.handle}.{here}"


def _unless_suggested(advice: str) -> Callable[[Any], str]:
    return lambda error: "" if error.suggestions else advice.format(e=error)


def _no_voice(error: errors.NoVoiceYet) -> str:
    if error.training:
        return f"@{error.handle} is still learning to talk. Try again when its training is done."
    return f"@{error.handle} has no voice yet."


def _unless_training(advice: str) -> Callable[[Any], str]:
    return lambda error: "" if error.training else advice.format(e=error)


def _unavailable(error: errors.AccountUnavailable) -> str:
    account = error.account
    name = f"@{account}" if not account.isdigit() and not account.startswith("did:") else "The account"
    if error.why == "suspended":
        return f"{name} is suspended on {error.source}. What was downloaded before is kept."
    if error.why == "protected":
        return f"{name} shows its posts on {error.source} only to people it knows. Import its own archive."
    return f"{name} is not on {error.source}. Check the spelling; it may have been renamed or deleted."


TABLE: Table = {
    errors.InvalidHandle: Sentence(
        lambda e: f"{shortened(e.text)} is not a handle I can read. Handles look like {listed(e.forms, 'or')}."
    ),
    errors.InvalidChoice: Sentence(lambda e: f"{e.name} must be {e.allowed}, not {shortened(e.value)}."),
    errors.InvalidSettings: Sentence(lambda e: "The settings cannot be used: " + "; ".join(e.problems)),
    errors.TokenRefused: Sentence(
        lambda e: f"{e.platform} refuses the token. Copy TWEETLIKE_{e.platform.upper()}_TOKEN again, whole."
    ),
    errors.PlatformRefused: Sentence("{e.platform} refuses: {e.reason}. To go on, {e.fix}."),
    errors.PromptTooLong: Sentence(
        "That beginning has {e.length} characters; a tweet leaves room for {e.limit}. Shorten it."
    ),
    errors.HandleNeeded: Sentence(
        lambda e: (
            f"{e.path.name} is of @{e.found}, a handle that I cannot take."
            if e.found
            else f"{e.path.name} does not say whose tweets it holds."
        ),
        member="Name the account: /import with its handle.",
        cli="Add --handle NAME.",
    ),
    errors.SeveralAuthors: Sentence(
        lambda e: f"Nothing was imported. {e.path.name} holds tweets of {either(e.authors, 'and')}.",
        member="Say whose are meant: /import with the handle.",
        cli="Say whose are meant: --handle NAME.",
    ),
    errors.OthersTweets: Sentence(
        lambda e: (
            f"Nothing was imported. {e.path.name} holds tweets of {either(e.authors, 'and')}, none of @{e.handle}. "
            "Import them for the account that wrote them."
        )
    ),
    errors.UnreadableSource: Sentence(
        lambda e: f"Nothing was imported. {e.path}{', ' + e.place if e.place else ''}: {e.reason}"
    ),
    errors.UploadTooLarge: Sentence(
        lambda e: (
            f"That file is larger than the {e.limit // 1_000_000} MB that I take here. "
            "It can be imported on the machine I run on: tweetlike import PATH."
        )
    ),
    errors.FileUnwritable: Sentence("{e.path} cannot be written ({e.reason}). Name another file."),
    errors.FolderNotEmpty: Sentence("{e.path} must be a new or an empty folder. Name another one."),
    errors.BackupRefused: Sentence("Nothing was changed: {e.path} {e.reason}."),
    errors.UnknownAccount: Sentence(
        _unknown,
        member=_unless_suggested("An operator can add it."),
        operator=_unless_suggested("To add it, send /import with a file of its tweets."),
        cli=_unless_suggested("Add it: tweetlike fetch {e.handle}, or tweetlike import PATH --handle {e.handle}."),
    ),
    errors.AlreadyForgotten: Sentence("That account is deleted already."),
    errors.QuestionExpired: Sentence("That question is too old. Nothing was done; ask again."),
    errors.NoVoiceYet: Sentence(
        _no_voice,
        member=_unless_training("An admin can train it: /retrain {e.handle}."),
        operator=_unless_training("Train it: /retrain {e.handle}."),
        cli=_unless_training("Train it: tweetlike train {e.handle}."),
    ),
    errors.NoScoreYet: Sentence(
        "Version {e.number} of @{e.handle} has not been measured.",
        member="An operator can do that where I run: tweetlike score {e.handle}.",
        cli="Measure it: tweetlike score {e.handle}.",
    ),
    errors.UnknownVersion: Sentence(
        "@{e.handle} has no version {e.number} that can be served.",
        member="Its versions: /models {e.handle}.",
        cli="Its versions: tweetlike models {e.handle}.",
    ),
    errors.NoEarlierVersion: Sentence(
        "@{e.handle} has no other version to go back to.",
        member="Its versions: /models {e.handle}.",
        cli="Its versions: tweetlike models {e.handle}.",
    ),
    errors.UnknownGeneration: Sentence("That answer is too old for its button. Ask anew with /tweetlike."),
    errors.VersionDeleted: Sentence("That version was deleted together with its account."),
    errors.PromptForgotten: Sentence("I no longer know what was typed here. Type it again."),
    errors.AnswerNotStored: Sentence("The last answer could not be stored. Ask anew with /tweetlike."),
    errors.UnknownJob: Sentence("There is no job {e.job_id}."),
    errors.NothingToCancel: Sentence("No training or download of @{e.handle} is queued or running."),
    errors.NotEnoughForAGame: Sentence(
        "@{e.handle} has no tweet I may show that its voice has not learned from. Try another one."
    ),
    errors.RoundOver: Sentence("That round is over. Start another one with /realorfake."),
    errors.ConversationOver: Sentence("They have stopped talking already. Begin again with /talk."),
    errors.NothingOriginal: Sentence(
        "@{e.handle} only had copies of real tweets to offer for that. Try another beginning."
    ),
    errors.OptedOut: Sentence("@{e.handle} has opted out. It is not downloaded, trained or imitated here."),
    errors.ConsentNeeded: Sentence(
        "@{e.handle} has not agreed to be imitated, and only those who have are allowed here.",
        member="An operator can record a consent.",
        operator="Record a consent where I run: tweetlike consent {e.handle}.",
        cli="Record a consent: tweetlike consent {e.handle}.",
    ),
    errors.RefusedContent: Sentence("I don't write that ({e.reason}). Try another beginning."),
    errors.SwitchedOff: Sentence("I am switched off here. An admin can switch me on again with /settings."),
    errors.OtherChannels: Sentence("Not in this channel: an admin has chosen in which ones I answer."),
    errors.NotHere: Sentence(
        lambda e: (
            f"@{e.handle} does not speak here. "
            + (f"Ask for {either(e.voices, 'or')}." if e.voices else "An admin can change that with /settings.")
        )
    ),
    errors.ForAdults: Sentence("@{e.handle} speaks only in channels for adults, where an admin has allowed it."),
    errors.OwnPlaceOnly: Sentence("Only who may manage this server or group can change what I do in it."),
    errors.OthersMessage: Sentence("Only who wrote a message can let a voice go on from it."),
    errors.AdminsOnly: Sentence("Only admins of this bot may {e.action}."),
    errors.OperatorsOnly: Sentence("Only operators of this bot may {e.action}."),
    errors.AllowanceSpent: Sentence(
        "Your server has had its {e.limit} trainings for today. Try again tomorrow, or ask the bot's operators."
    ),
    errors.RequesterOnly: Sentence("Only the person who asked may press these buttons. Ask with /tweetlike yourself."),
    errors.Busy: Sentence("I'm busy: you would be number {e.position} in line. Try again in a moment."),
    errors.QuietNow: Sentence("No training starts in the quiet hours ({e.hours} UTC). Try again after them."),
    errors.StillTraining: Sentence(
        "@{e.handle} is being trained for your server already. Ask again when that is done."
    ),
    errors.Restarting: Sentence("I'm restarting. Ask again in a minute."),
    errors.AlreadyAsking: Sentence("I'm still writing your last one. Ask again when it is there."),
    errors.AlreadyTalking: Sentence(
        "Two voices are talking here already. Ask again when they have finished, or stop them."
    ),
    errors.SavingNow: Sentence("I am saving something large just now. Your press counts as soon as that is done."),
    errors.CoolingDown: Sentence(lambda e: f"One at a time: ask again in {max(1, round(e.wait_s))} s."),
    errors.DeadlineExceeded: Sentence("That took longer than {e.waited_s:.0f} s, so I gave up. Try again in a moment."),
    errors.EngineFault: Sentence("Something broke while I was writing. I have restarted myself; try again."),
    errors.NoSource: Sentence(
        "@{e.handle} has nowhere to refresh from.",
        member="An operator can add a file of its tweets.",
        operator="Send /import with a file of its tweets.",
        cli="Import a file: tweetlike import PATH --handle {e.handle}, or download: tweetlike fetch {e.handle}.",
    ),
    errors.JointAccount: Sentence("@{e.handle} is several accounts in one voice. Fetch each of them by itself."),
    errors.SourceOff: Sentence("{e.source} is switched off. To download from it, {e.fix}."),
    errors.AccountUnavailable: Sentence(_unavailable),
    errors.AccountRenamed: Sentence(
        "@{e.handle} is the new name of @{e.before}, which is here already. Ask for @{e.before}."
    ),
    errors.HandlePassedOn: Sentence(
        "@{e.handle} belongs to somebody else now than when it was added.",
        member="An operator has to delete the old account first.",
        operator="Delete the old account first: /forget {e.handle}.",
        cli="Delete the old account first: tweetlike forget {e.handle}.",
    ),
    errors.SourceRefused: Sentence(lambda e: f"{e.source} refuses: {e.reason.rstrip('.')}. To go on, {e.fix}."),
    errors.SourceDown: Sentence(
        "{e.source} does not work now: {e.reason}. What came before is kept; I try again later."
    ),
    errors.RateLimited: Sentence(
        lambda e: f"{e.source} asks me to wait until {_time(e.until)}. What came before is kept; I resume then."
    ),
    errors.SourceResting: Sentence(
        lambda e: f"I back off from {e.source} until {_time(e.until)}: {e.reason}.",
        operator="To try now: /retrain HANDLE.",
        cli="To try now: tweetlike refresh HANDLE.",
    ),
    errors.BudgetSpent: Sentence(
        "{e.left:,} of {e.budget:,} posts are left of {e.source}'s budget for {e.month}, too few for the next request."
        " What came before is kept.",
        member="It resumes next month.",
        operator="Raise TWEETLIKE_X_MONTHLY_POSTS where I run, or wait for the next month.",
        cli="Raise TWEETLIKE_X_MONTHLY_POSTS, or wait for the next month.",
    ),
    errors.CorpusTooSmall: Sentence(
        lambda e: (
            f"@{e.handle} has {e.characters:,} characters of usable text; training needs {e.needed:,}, "
            f"so {e.needed - e.characters:,} more. Import more tweets."
        )
    ),
    errors.TooFewTweets: Sentence(
        "@{e.handle} has {e.tweets} usable tweets; training needs {e.needed}, so that some can be held out."
        " Import more tweets."
    ),
    errors.BaseUnavailable: Sentence("The base model {e.base} is not available: {e.reason}. {e.fix}"),
    errors.VersionDamaged: Sentence(
        "Version {e.number} of @{e.handle} is damaged ({e.file}) and no older one is left.",
        member="An admin can train a new one: /retrain {e.handle}.",
        cli="Train a new one: tweetlike train {e.handle}.",
    ),
    errors.CannotMeasure: Sentence(
        "Version {e.number} of @{e.handle} cannot be measured: {e.reason}.",
        member="An admin can train a new one: /retrain {e.handle}.",
        cli="Train a new one (tweetlike train {e.handle}), or see: tweetlike models.",
    ),
    errors.ModelTooLarge: Sentence(
        "That voice is a whole model of {e.megabytes} MB; {e.limit} MB are set aside for such models.",
        member="An operator can allow more.",
        operator="Raise TWEETLIKE_MODEL_MEMORY_MB where I run.",
        cli="Raise TWEETLIKE_MODEL_MEMORY_MB.",
    ),
    errors.HubRefused: Sentence("Nothing was uploaded to {e.repo}: {e.reason}. To go on, {e.fix}."),
    errors.DatabaseTooNew: Sentence(
        lambda e: (
            f"{e.path} was written by a newer tweetlike ({', '.join(e.unknown)}). Upgrade this program, "
            "or point TWEETLIKE_HOME at another folder."
        )
    ),
    errors.DatabaseDamaged: Sentence(
        "My database cannot be read.",
        member="The operator has to look after it.",
        operator="{e.path}: {e.reason}. Restore it from a backup, or move it away.",
    ),
    errors.HomeUnusable: Sentence(
        "My data folder cannot be used.",
        member="The operator has to look after it.",
        operator="{e.path}: {e.reason}. Set TWEETLIKE_HOME to a folder I may write to.",
    ),
    errors.PortTaken: Sentence("I cannot listen on port {e.port} ({e.reason}). Set {e.setting} to a free port."),
    errors.GpuUnusable: Sentence(
        "This machine cannot do that now. Whoever runs me can see why in the log.",
        operator=lambda e: f"The GPU cannot be used, for {e.reason}. {e.fix}",
    ),
    errors.RestoredMeanwhile: Sentence(
        "A backup was restored while I was writing, so nothing of it was kept. Do it again."
    ),
    errors.StillInTheLog: Sentence(
        "It is deleted. But another program is reading the database and keeps old pages of it in its log. "
        "Close that program; the log is emptied at the trainer's next start."
    ),
    errors.LeaseTaken: Sentence("A {e.role} is already running on this database ({e.holder}). Stop that one first."),
    errors.LeaseLost: Sentence("Another process took over {e.what}; this one stopped without writing."),
    errors.Cancelled: Sentence("Cancelled."),
}
"""The errors in the order of `data.errors`."""

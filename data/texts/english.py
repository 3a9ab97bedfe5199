"""The one place that turns an error into the sentence a person reads: what happened, then what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from data import errors

if TYPE_CHECKING:
    from data.sources.downloads import Estimate


def explain(error: errors.TweetlikeError) -> str:
    """Return one or two plain sentences, without markup, for a command line or a chat."""
    match error:
        case errors.InvalidHandle(text):
            return (
                f"{_shown(text)} is not a handle I can read. Use an X handle (letters, digits, _; at most 15), "
                "name.bsky.social, or user@instance."
            )
        case errors.HandleNeeded(path):
            return f"{path.name} does not say whose tweets it holds. Add --handle NAME."
        case errors.UnknownAccount(handle, suggestions, voices):
            if suggestions:
                return f"I don't know @{handle}. Did you mean {_either(suggestions)}?"
            here = f" Ask for {_either(voices)}." if voices else ""
            return (
                f"I don't know @{handle}.{here} An operator can add it: tweetlike fetch {handle}, "
                f"or tweetlike import PATH --handle {handle}."
            )
        case errors.NoVoiceYet(handle, training):
            if training:
                return f"@{handle} is still learning to talk. Try again when its training is done."
            return f"@{handle} has no voice yet. An admin can train it: /retrain {handle}."
        case errors.NoScoreYet(handle, number):
            return f"Version {number} of @{handle} has not been measured. An operator can: tweetlike score {handle}."
        case errors.UnknownVersion(handle, None):
            return f"@{handle} has no other version to go back to. See: tweetlike models."
        case errors.UnknownVersion(handle, number):
            return f"@{handle} has no version {number} that can be served. See: tweetlike models."
        case errors.OptedOut(handle):
            return f"@{handle} has opted out. It is not downloaded, trained or imitated here."
        case errors.UnreadableSource(path, reason, place):
            where = f"{path}, {place}" if place else str(path)
            return f"Nothing was imported. {where}: {reason}"
        case errors.NoSource(handle):
            return (
                f"@{handle} has nowhere to refresh from. Import a file: tweetlike import PATH --handle {handle}, "
                f"or download: tweetlike fetch {handle}."
            )
        case errors.ConsentNeeded(handle):
            return (
                f"@{handle} has not agreed to be imitated, and only those who have are allowed here. "
                f"An operator records a consent: tweetlike consent {handle}."
            )
        case errors.SourceOff(source, fix):
            return f"{source} is switched off. To download from it, {fix}."
        case errors.AccountUnavailable(account, source, why):
            name = f"@{account}" if not account.isdigit() and not account.startswith("did:") else "The account"
            if why == "suspended":
                return f"{name} is suspended on {source}. What was downloaded before is kept."
            if why == "protected":
                return f"{name} shows its posts on {source} only to people it knows. Import its own archive."
            return f"{name} is not on {source}. Check the spelling; it may have been renamed or deleted."
        case errors.AccountRenamed(handle, before):
            return f"@{handle} is what @{before} is called now, and that one is here already. Ask for @{before}."
        case errors.SourceRefused(source, reason, fix):
            return f"{source} refuses: {reason.rstrip('.')}. To go on, {fix}."
        case errors.SourceDown(source, reason):
            return f"{source} does not work now: {reason}. What came before is kept; I try again later."
        case errors.RateLimited(source, until):
            return f"{source} asks me to wait until {_time(until)}. What came before is kept; I go on then."
        case errors.SourceResting(source, reason, until):
            return f"{source} rests until {_time(until)}: {reason}. To try now: tweetlike refresh HANDLE."
        case errors.BudgetSpent(source, left, budget, month):
            return (
                f"{left:,} of {budget:,} posts are left of {source}'s budget for {month}, too few for the next request."
                " What came before is kept. Raise TWEETLIKE_X_MONTHLY_POSTS, or wait for the next month."
            )
        case errors.CorpusTooSmall(handle, characters, needed):
            return (
                f"@{handle} has {characters:,} characters of usable text; training needs {needed:,}, "
                f"so {needed - characters:,} more. Import more tweets."
            )
        case errors.TooFewTweets(handle, tweets, needed):
            return f"@{handle} has {tweets} usable tweets; training needs {needed}, so that some can be held out."
        case errors.CannotMeasure(handle, number, reason):
            return f"Version {number} of @{handle} cannot be measured: {reason}. Retrain it, or see: tweetlike models."
        case errors.BaseUnavailable(base, reason, fix):
            return f"The base model {base} is not available: {reason}. {fix}"
        case errors.VersionDamaged(handle, number, file):
            return f"Version {number} of @{handle} is damaged ({file}) and no older one is left. Retrain it."
        case errors.DatabaseTooNew(path, unknown):
            return (
                f"{path} was written by a newer tweetlike ({', '.join(unknown)}). Upgrade this program, "
                "or point TWEETLIKE_HOME at another folder."
            )
        case errors.DatabaseDamaged(path, reason):
            return f"{path} cannot be read as a database ({reason}). Restore it from a backup or move it away."
        case errors.HomeUnusable(path, reason):
            return f"{path} cannot be used ({reason}). Set TWEETLIKE_HOME to a folder I may write to."
        case errors.BackupRefused(path, reason):
            return f"Nothing was changed: {path} {reason}."
        case errors.LeaseTaken(role, holder):
            return f"A {role} is already running on this database ({holder}). Stop that one first."
        case errors.LeaseLost(what):
            return f"Another process took over {what}; this one stopped without writing."
        case errors.Cancelled():
            return "Cancelled."
        case errors.UnknownJob(job_id):
            return f"There is no job {job_id}."
        case errors.InvalidSettings(problems):
            return "The settings cannot be used: " + "; ".join(problems)
        case errors.InvalidChoice(name, value, allowed):
            return f"{name} cannot be {_shown(value)}; it is {allowed}."
        case errors.TokenRefused(platform):
            return f"{platform} refuses the token. Copy TWEETLIKE_{platform.upper()}_TOKEN again, whole, into .env."
        case errors.PromptTooLong(length, limit):
            return f"That beginning has {length} characters; a tweet leaves room for {limit}. Shorten it."
        case errors.Busy(position):
            return f"I'm busy: you would be number {position} in line. Try again in a moment."
        case errors.Restarting():
            return "I'm being restarted. Ask again in a minute."
        case errors.RefusedContent(reason):
            return f"I don't write that ({reason}). Try another beginning."
        case errors.AlreadyAsking():
            return "I'm still writing your last one. Ask again when it is there."
        case errors.CoolingDown(wait_s):
            return f"One at a time: ask again in {max(1, round(wait_s))} s."
        case errors.NotEnoughForAGame(handle):
            return f"@{handle} has no tweet I may show that its voice has not learnt from. Try another one."
        case errors.NothingToCancel(handle):
            return f"Nothing is being done for @{handle} now."
        case errors.RoundOver():
            return "That round is over. Start another one with /realorfake."
        case errors.DeadlineExceeded(waited_s):
            return f"That took longer than {waited_s:.0f} s, so I gave up. Try again in a moment."
        case errors.NothingOriginal(handle, _):
            return f"@{handle} only had copies of real tweets to offer for that. Try another beginning."
        case errors.ModelTooLarge(megabytes, limit):
            return f"That voice is a whole model of {megabytes} MB; TWEETLIKE_MODEL_MEMORY_MB allows {limit}. Raise it."
        case errors.EngineFault():
            return "Something broke while I was writing. I have restarted myself; try again."
        case errors.UnknownGeneration():
            return "That answer is too old for its button. Ask anew with /tweetlike."
        case errors.StillInTheLog():
            return (
                "It is deleted. But another program is reading the database and keeps old pages of it in its log. "
                "Close that program; the log is emptied at the trainer's next start."
            )
        case errors.HandlePassedOn(handle):
            return (
                f"@{handle} belongs to somebody else now than when it was added. "
                f"Forget it first: tweetlike forget {handle}."
            )
        case errors.HubRefused(repo, reason, fix):
            return f"Nothing was uploaded to {repo}: {reason}. To go on, {fix}."
        case errors.NotAllowed(action):
            return f"Only admins of this bot may {action}."
    raise TypeError(f"no wording for {type(error).__name__}")


def describe_estimate(estimate: Estimate) -> str:
    """What a first download would read and cost."""
    if estimate.network != "x":
        return "Its public posts are free to read."
    posts = f"{'' if estimate.exact else 'Up to '}{estimate.posts:,} posts"
    return (
        f"{posts} cost about ${estimate.dollars:.2f}; {estimate.left or 0:,} are left of this month's budget, "
        "and I stop there."
    )


def _time(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M UTC")


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")


def _either(handles: tuple[str, ...]) -> str:
    names = [f"@{handle}" for handle in handles]
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" or {names[-1]}"

"""Phrases that read the same on every platform; each adds its own markup around them."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.service.directory import AccountStatus, Score, Status
from bot.service.games import RoundResult
from bot.service.safety import neutralise
from data.accounts.handles import NETWORKS
from data.accounts.store import Account
from data.errors import UnknownAccount
from data.jobs.progress import describe_job, duration
from data.models.registry import Version
from data.models.scorecards import fooled_people, score_rows
from data.sources.downloads import Estimate, describe_estimate
from data.sources.importing import Imported

APART = "Told apart: 0.5 is a coin toss, 1 is always."


def day(at: float) -> str:
    """A date, like 2026-11-23, in UTC."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d")


def score_lines(score: Score) -> list[tuple[str, str]]:
    """What was measured and how it came out, like ("told apart from real tweets", "0.612 (untuned 0.981)")."""
    lines = []
    for name, value, interval, floor, others, ceiling in score_rows(score.card):
        peers = {"untuned": floor, "others": others, "itself": ceiling}
        beside = ", ".join(f"{peer} {number}" for peer, number in peers.items() if number != "–")
        lines.append((name.removesuffix(" *"), f"{value} ({beside or interval})"))
    return lines


def imported_words(imported: Imported) -> str:
    """What became of a file that was sent."""
    corpus = imported.corpus
    handle = neutralise(imported.account.handle)
    return (
        f"@{handle}: {imported.new} new of {imported.found} tweets ({imported.format}). "
        f"{corpus.counts.kept} are usable, {corpus.characters:,} characters. To train them: /retrain {handle}"
    )


def offer_words(error: UnknownAccount, costs: Estimate) -> str:
    """To an operator who asks for an account that is not known."""
    close = f" Did you mean @{error.suggestions[0]}?" if error.suggestions else ""
    return (
        f"I don't know @{error.handle}.{close} I can download it from {NETWORKS[costs.network].label} and train it. "
        f"{describe_estimate(costs)}"
    )


def number_of(number: int, what: str) -> str:
    """ "1 voice", "2 voices"."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def status_lines(status: Status) -> list[str]:
    """What the bot is doing, a line each."""
    lines = [
        f"{number_of(status.voices, 'voice')}, on {status.device.upper()}, up for {duration(status.up_s)}",
        f"{number_of(status.waiting, 'request')} in line" if status.waiting else "nobody in line",
    ]
    return lines + [describe_job(job) for job in status.jobs]


def round_words(handle: str) -> str:
    """The question of a round."""
    return f"One of these is a real tweet of @{handle}, the others I made up. Which one is real?"


def result_lines(result: RoundResult) -> list[str]:
    """How a round ended: the answer, who is ahead, and how often the voice has fooled people."""
    game = result.round
    right, total = result.counts[game.answer], sum(result.counts)
    lines = [
        f"Number {game.answer + 1} is real. {right} of {total} found it."
        if total
        else f"Number {game.answer + 1} is real. Nobody guessed."
    ]
    if result.board:
        lines.append(
            "Best here: " + ", ".join(f"{player.name} {player.right}/{player.guesses}" for player in result.board)
        )
    if result.votes.guesses:
        share = result.votes.fooled / result.votes.guesses
        lines.append(
            f"@{result.handle} has fooled people {share:.0%} of the time (n={result.votes.guesses}); "
            "with blind guesses it would be 75%."
        )
    return lines


def forget_question(handle: str, opt_out: bool) -> str:
    """Before an account is deleted."""
    refused = ", and refuse the handle permanently" if opt_out else ""
    return f"Delete everything of @{handle}: tweets, voices, answers, votes{refused}? This cannot be undone."


def forgotten_words(handle: str, opt_out: bool) -> str:
    """After an account was deleted."""
    return f"@{handle} is forgotten" + (" and has opted out." if opt_out else ".")


def opted_out_words(handle: str) -> str:
    """After a handle that was not known has opted out."""
    return f"@{handle} has opted out."


def rolled_back_words(handle: str, version: Version) -> str:
    """After a roll-back."""
    return f"@{handle.removeprefix('@')}: version {version.number} is live again."


def scheduled_words(account: Account) -> str:
    """After a schedule was changed."""
    return f"The schedule of @{account.handle} is now: {account.refresh_every}."


def voice_state(status: AccountStatus) -> str:
    """ "version 2 of 3, 2026-11-23, 1.68 bits/char (base 2.28) · running", or that there is no voice yet."""
    state = "no voice yet"
    if status.live:
        metrics = status.live.metrics
        state = (
            f"version {status.live.number} of {status.versions}, {day(status.live.created_at)}, "
            f"{metrics.bits_per_character:.2f} bits/char (base {metrics.base_bits_per_character:.2f})"
        )
    if fooled := fooled_people(status.votes):
        state += f", fooled people {fooled.value:.0%} of the time (n={status.votes.guesses}, 95%: "
        state += f"{fooled.low:.0%} to {fooled.high:.0%})"
    if status.account.next_refresh_at:
        at = datetime.fromtimestamp(status.account.next_refresh_at, UTC).strftime("%Y-%m-%d %H:%M UTC")
        state += f", next refresh {at}"
    return state + (f" · {status.job.state}" if status.job else "")

"""Phrases that read the same on every platform, in a person's language; each adds its own markup around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from bot.platforms.languages import ENGLISH, LANGUAGES
from bot.service.answers import Answer, AnswerFacts
from bot.service.directory import AccountStatus, Score, Status
from bot.service.games import Board, RoundResult
from bot.service.mixes import shown_handle
from bot.service.safety import JOINER, neutralise
from data.accounts.handles import NETWORKS
from data.accounts.store import Account
from data.chat.places import SWITCHES, Change, Choices
from data.chat.posts import Daily
from data.errors import UnknownAccount
from data.jobs.progress import describe_job, duration
from data.models.registry import Version
from data.models.scorecards import DECIDING, found_by_people, shown_value
from data.sources.downloads import Estimate, describe_estimate
from data.sources.importing import Imported
from data.texts.phrases import Phrases, number_of

MOST_NAMED = 30  # voices in a line
CLOSE, RECOGNISABLE = 0.70, 0.85  # told apart at most


def day(at: float) -> str:
    """A date, like 2026-11-23, in UTC."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d")


def minute(at: float) -> str:
    """A date and time, like 2026-11-23 14:05 UTC."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M UTC")


def privacy_words(keep_answers_days: int, phrases: Phrases = ENGLISH) -> str:
    """What is kept of people, and how long."""
    kept = phrases.kept_for_days.format(days=keep_answers_days) if keep_answers_days else phrases.kept_for_ever
    return phrases.privacy.format(kept=kept)


def choices_lines(choices: Choices, changes: Sequence[Change], phrases: Phrases = ENGLISH) -> list[str]:
    """What holds in a server or a group, a line each, and who changed it last."""
    on = {True: phrases.choice_on, False: phrases.choice_off}
    lines = [f"{phrases.switches[name]}: {on[getattr(choices, name)]}" for name in SWITCHES]
    chosen = choices.voices or ()
    more = f" … ({len(chosen)})" if len(chosen) > MOST_NAMED else ""
    voices = phrases.all_voices if choices.voices is None else (", ".join(chosen[:MOST_NAMED]) or "–") + more
    lines.append(phrases.voices_here.format(voices=voices))
    count = len(choices.channels or ())
    lines.append(number_of(phrases.channels_here, count) if count else phrases.all_channels)
    own = LANGUAGES.get(choices.language or "")
    lines.append(phrases.language_here.format(language=own.language_name if own else phrases.language_of_each))
    if changes:
        lines += ["", phrases.last_changes]
        lines += [f"{minute(each.at)}, {each.who.partition(':')[2]}: {each.what}" for each in changes[:5]]
    return lines


def dailies_lines(
    found: Sequence[Daily], phrases: Phrases = ENGLISH, where: Callable[[Daily], str] = lambda daily: ""
) -> list[str]:
    """What is posted each day, a line each; `where` says in which channel."""
    lines = [
        f"{daily.time} {daily.zone}: @{JOINER}{neutralise(daily.handle)} {where(daily)}".rstrip() for daily in found
    ]
    return [phrases.dailies, *lines] if lines else [phrases.dailies_none]


def chime_words(handle: str | None, often: str, phrases: Phrases = ENGLISH) -> str:
    """Which voice answers now and then; None: none does."""
    if handle is None:
        return phrases.chime_off
    return phrases.chime_on.format(handle=neutralise(handle.removeprefix("@")), percent=often.strip().removesuffix("%"))


def parody_label(handle: str, phrases: Phrases = ENGLISH) -> str:
    """What every answer says of itself."""
    return phrases.parody.format(handle=f"{JOINER}{shown_handle(handle)}")


def facts_line(facts: Answer | AnswerFacts, phrases: Phrases = ENGLISH) -> str:
    """Where an answer comes from: for whoever wants to know, or to repeat it."""
    return phrases.facts.format(
        version=facts.version, tweets=facts.trained_on, day=day(facts.trained_at), seed=facts.seed
    )


def verdict(score: Score, phrases: Phrases = ENGLISH) -> str:
    """How close a voice is, before any number."""
    told_apart = score.card.told_apart.value
    if told_apart <= CLOSE:
        return phrases.close
    return phrases.recognisable if told_apart <= RECOGNISABLE else phrases.not_close


def score_lines(score: Score, phrases: Phrases = ENGLISH) -> list[tuple[str, str]]:
    """What was measured and how it came out, like ("told apart from real tweets", "0.612 (untuned 0.981)").

    What decides, and what people say, comes first.
    """
    lines = []
    first = (*DECIDING, "found_by_people")
    for name, metric in sorted(score.card.metrics(), key=lambda each: each[0] not in first):
        peers = {"untuned": metric.floor, "others": metric.others, "itself": metric.ceiling}
        beside = [
            f"{phrases.measures[peer]} {shown_value(name, number)}"
            for peer, number in peers.items()
            if number is not None
        ]
        interval = f"{shown_value(name, metric.low)} {phrases.measures['to']} {shown_value(name, metric.high)}"
        lines.append((phrases.measures[name], f"{shown_value(name, metric.value)} ({', '.join(beside) or interval})"))
    return lines


def imported_words(imported: Imported, phrases: Phrases = ENGLISH) -> str:
    """What became of a file that was sent."""
    corpus = imported.corpus
    text = phrases.imported.format(
        handle=neutralise(imported.account.handle),
        new=imported.new,
        found=imported.found,
        format=imported.format,
        kept=corpus.counts.kept,
        characters=corpus.characters,
    )
    left_out = ", ".join(f"{number} {reason}" for reason, number in imported.left_out.items())
    parts = [text, phrases.left_out.format(what=left_out) if left_out else "", *map(neutralise, imported.remarks)]
    return " ".join(part for part in parts if part)


def offer_words(error: UnknownAccount, costs: Estimate, phrases: Phrases = ENGLISH) -> str:
    """To an operator who asks for an account that is not known."""
    network = NETWORKS[costs.network].label
    return phrases.offer.format(handle=error.handle, network=network, costs=describe_estimate(costs))


def status_lines(status: Status, phrases: Phrases = ENGLISH) -> list[str]:
    """What the bot is doing, a line each."""
    voices = number_of(phrases.voices, status.voices)
    first = phrases.status.format(voices=voices, device=status.device.upper(), time=duration(status.up_s))
    line = phrases.status_nobody
    if status.waiting:
        line = phrases.status_line.format(waiting=number_of(phrases.waiting, status.waiting))
    return [first, line, *(describe_job(job, phrases) for job in status.jobs)]


def round_words(handle: str, phrases: Phrases = ENGLISH) -> str:
    """The question of a round."""
    return phrases.game_question.format(handle=handle)


def result_lines(result: RoundResult, phrases: Phrases = ENGLISH) -> list[str]:
    """How a round ended: the answer, who is ahead, and how often the real one is found."""
    game = result.round
    right, total = result.counts[game.answer], sum(result.counts)
    found = phrases.game_found if total else phrases.game_nobody
    lines = [found.format(number=game.answer + 1, right=right, total=total)]
    if result.board:
        players = ", ".join(f"{player.name} {player.right}/{player.guesses}" for player in result.board)
        lines.append(phrases.game_best.format(players=players))
    if result.votes.guesses:
        share = 1 - result.votes.fooled / result.votes.guesses
        lines.append(phrases.game_share.format(handle=result.handle, share=share, guesses=result.votes.guesses))
    return lines


def board_lines(board: Board, phrases: Phrases = ENGLISH) -> list[str]:
    """Who finds the real tweet most often here, and which voices hide it best, a line each."""
    if not board.players and not board.voices:
        return [phrases.board_empty]
    players = [f"{number}. {each.name}: {each.right}/{each.guesses}" for number, each in enumerate(board.players, 1)]
    voices = [
        phrases.board_voice.format(handle=handle, share=found / guesses, guesses=guesses)
        for handle, guesses, found in board.voices
    ]
    return [*players, *(["", phrases.board_voices, *voices] if voices else [])]


def forget_question(handle: str, opt_out: bool, phrases: Phrases = ENGLISH) -> str:
    """Before an account is deleted."""
    return phrases.forget_question.format(handle=handle, for_ever=phrases.forget_for_ever if opt_out else "")


def forgotten_words(handle: str, opt_out: bool, phrases: Phrases = ENGLISH) -> str:
    """After an account was deleted."""
    return phrases.forgotten.format(handle=handle) + (phrases.opted_out_too if opt_out else "") + "."


def rolled_back_words(handle: str, version: Version, phrases: Phrases = ENGLISH) -> str:
    """After a roll-back."""
    return phrases.rolled_back.format(handle=handle.removeprefix("@"), number=version.number)


def scheduled_words(account: Account, phrases: Phrases = ENGLISH) -> str:
    """After a schedule was changed."""
    return phrases.scheduled.format(handle=account.handle, every=account.refresh_every)


def voice_state(
    status: AccountStatus,
    phrases: Phrases = ENGLISH,
    *,
    date: Callable[[float], str] = day,
    time: Callable[[float], str] = minute,
) -> str:
    """ "version 2 of 3, 2026-11-23, 1.68 bits/char (base 2.28) · running", or that there is no voice yet.

    `date` and `time` show times as the platform does.
    """
    state = phrases.no_voice_yet
    if live := status.live:
        metrics = live.metrics
        state = phrases.version.format(
            number=live.number,
            versions=status.versions,
            day=date(live.created_at),
            bits=metrics.bits_per_character,
            base=metrics.base_bits_per_character,
        )
    parts = [state]
    if seen := found_by_people(status.votes):
        share, low, high = seen.value, seen.low, seen.high
        parts.append(phrases.seen_through.format(share=share, guesses=status.votes.guesses, low=low, high=high))
    if status.account.next_refresh_at:
        parts.append(phrases.next_refresh.format(at=time(status.account.next_refresh_at)))
    return ", ".join(parts) + (f" · {status.job.state}" if status.job else "")

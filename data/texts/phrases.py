"""What people read besides errors: one field a phrase, so that no language can lack one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """Templates for `str.format`, without a platform's markup; what stands between backticks is typed or copied.

    A pair is the phrase for one and the phrase for another `{number}`.
    """

    # an answer
    parody: str
    facts: str
    again: str
    other_beginning: str
    ask_prompt: str
    ask_reply: str
    picture: str
    picture_of: str
    all_of_them: str
    go_on: str
    as_a_tweet: str
    which_handle: str
    write: str
    anything: str
    in_line: str
    unheard: str  # of a name that is no voice's
    no_voices: str
    whose_voice: str
    hint: str

    # Real or fake?
    game: str
    game_question: str
    game_others: str
    game_guessed: str
    game_found: str
    game_nobody: str
    game_best: str
    game_share: str
    whose_tweets: str
    board: str
    board_empty: str
    board_voices: str
    board_voice: str

    # voices that talk with each other
    talk_head: str
    talk_stop: str
    talk_whose: str

    # the directory
    voices: tuple[str, str]
    voices_none: str
    voices_foot: str
    page: str
    models: str
    models_none: str
    no_voice_yet: str
    version: str
    seen_through: str
    next_refresh: str
    score_of: str
    score_title: str
    score_head: str
    score_foot: str
    close: str
    recognisable: str
    not_close: str
    measures: Mapping[str, str]  # by name of a measurement, and of what it is compared with
    status: str
    status_line: str
    status_nobody: str
    waiting: tuple[str, str]

    # about the bot
    help_start: str
    help_asking: str
    help_mix: str
    help_talking: str
    help_talk: str
    help_game: str
    help_looking: str
    help_score: str
    help_admins: str
    help_operators: str
    help_parody: str
    privacy: str
    kept_for_days: str
    kept_for_ever: str
    outdated: str
    broken: str
    menu: Mapping[str, str]  # by command

    # jobs
    job_kinds: Mapping[str, str]
    job_stages: Mapping[str, str]
    job_done: str
    job_failed: str
    job_cancelled: str
    job_queued: str
    job_epoch: str
    job_left: str

    # what holds in a server or a group
    settings_here: str
    switches: Mapping[str, str]  # by name of a choice
    choice_on: str
    choice_off: str
    voices_here: str
    channels_here: tuple[str, str]
    language_here: str
    all_voices: str
    all_channels: str
    language_of_each: str
    language_name: str  # of this language, in it
    choose_voices: str
    choose_voices_how: str
    choose_voices_typed: str
    choose_channels: str
    last_changes: str
    dailies: str
    dailies_none: str
    chime_on: str
    chime_off: str

    # for those who look after the accounts
    queued: str
    queued_unseen: str
    which_voice: str
    which_account: str
    send_file: str
    how_often: str
    imported: str
    left_out: str
    offer: str
    fetch: str
    delete: str
    forget_question: str
    forget_for_ever: str
    forgotten: str
    opted_out_too: str
    opted_out: str
    rolled_back: str
    scheduled: str


def number_of(pair: tuple[str, str], number: int) -> str:
    """One or many."""
    return pair[0] if number == 1 else pair[1].format(number=f"{number:,}")

"""Real or fake?, as the platforms play it: deal, guess, end."""

from __future__ import annotations

import random
from dataclasses import dataclass

from sqlite_utils import Database

from bot.generation.types import MAX_TWEETS
from bot.service.answers import Answers
from bot.service.context import Context
from bot.service.turns import Asker
from data.accounts.store import Account, account_by_id
from data.chat.games import (
    CARDS,
    Player,
    Round,
    Shown,
    begin_round,
    deal,
    end_round,
    guess,
    guesses_of,
    hardest_voices,
    leaderboard,
    move_place,
    open_rounds,
    show_round_in,
)
from data.errors import NotEnoughForAGame, RoundOver
from data.models.held_out import held_out_tweets
from data.models.scorecards import Votes, count_votes

MAX_CARD_CHARACTERS = 300


@dataclass(frozen=True)
class RoundResult:
    """A round that has ended. `counts` are the guesses for each card; `votes` all that there are of this version."""

    handle: str
    round: Round
    counts: list[int]
    board: list[Player]
    votes: Votes


@dataclass(frozen=True)
class Board:
    """The best players of a place; and of voices the handle, the guesses, and how many of them found the real tweet."""

    players: list[Player]
    voices: list[tuple[str, int, int]]


class Games:
    """The rounds of all platforms."""

    def __init__(self, context: Context, answers: Answers) -> None:
        self._context, self._answers = context, answers
        self._dice = random.SystemRandom()

    async def begin(self, handle: str, *, asker: Asker, place: str) -> tuple[Account, Round]:
        """Deal a round of "Real or fake?". Raises as `tweetlike`, and `NotEnoughForAGame`."""
        account, version, written = await self._answers.write_freely(handle, MAX_TWEETS, asker=asker)

        def deal_cards(db: Database) -> Round:
            refuses = self._context.refuses
            held_out = held_out_tweets(db, self._context.settings.models_path(), account, version)
            real = [text for text in held_out if len(text) <= MAX_CARD_CHARACTERS and not refuses(text)]
            dealt = deal(real, [text for text in written if len(text) <= MAX_CARD_CHARACTERS], self._dice)
            if dealt is None:
                raise NotEnoughForAGame(account.handle)
            cards, answer = dealt
            return begin_round(
                db,
                account_id=account.id,
                version_id=version.id,
                platform=asker.platform,
                place=place,
                cards=cards,
                answer=answer,
                now=self._context.now(),
            )

        return account, await self._context.in_database(deal_cards)

    async def board(self, asker: Asker, place: str) -> Board:
        """Who is best in a server or chat, and whose voices are hardest to tell there and elsewhere.

        Raises `SwitchedOff`, `OtherChannels`.
        """
        chosen = (await self._context.places.admit(asker, ())).voices

        def look(db: Database) -> Board:
            voices = [each for each in hardest_voices(db) if chosen is None or each[0] in chosen]
            return Board(leaderboard(db, asker.platform, place), voices)

        return await self._context.look_up(look)

    async def show_in(self, round_id: int, channel_id: int | str, message_id: int | str) -> None:
        """Remember the message that shows a round, for a bot that is restarted meanwhile."""
        await self._context.in_database(show_round_in, round_id, channel_id, message_id)

    async def unfinished(self, platform: str) -> list[Round]:
        """Rounds that have not ended."""
        return await self._context.in_database(open_rounds, platform)

    async def guess(self, round_id: int, card: int, shown: Shown, *, player: str, name: str) -> list[int]:
        """Which card a person takes for real; returns how many have guessed what. It counts only under the message
        that shows the round.

        Raises `RoundOver`, `SavingNow`.
        """

        def record_guess(db: Database) -> list[int]:
            if not 0 <= card < CARDS or not guess(db, round_id, player, name, card, shown, now=self._context.now()):
                raise RoundOver
            return guesses_of(db, round_id)

        return await self._context.press(record_guess)

    async def move(self, platform: str, place: str, new_place: str) -> None:
        """A group has a new id: what was played there goes along."""
        await self._context.in_database(move_place, platform, place, new_place)

    async def end(self, round_id: int) -> RoundResult | None:
        """Close a round, count its guesses, and say who is ahead; None if its account is forgotten."""

        def close_round(db: Database) -> RoundResult | None:
            ended = end_round(db, round_id, now=self._context.now())
            account = account_by_id(db, ended.account_id) if ended else None
            if ended is None or account is None:
                return None
            votes = count_votes(db, ended.version_id)
            board = leaderboard(db, ended.platform, ended.place)
            return RoundResult(account.handle, ended, guesses_of(db, round_id), board, votes)

        return await self._context.in_database(close_round)

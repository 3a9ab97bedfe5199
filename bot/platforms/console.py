"""The terminal as a chat: the same commands, with history, completion and colours. Needs no token and no account."""

from __future__ import annotations

import asyncio
import shlex
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table

from bot.platforms.languages import ENGLISH
from bot.platforms.phrases import (
    board_lines,
    day,
    facts_line,
    forget_question,
    imported_words,
    offer_words,
    parody_label,
    privacy_words,
    result_lines,
    rolled_back_words,
    round_words,
    scheduled_words,
    status_lines,
    verdict,
)
from bot.service.answers import Answer
from bot.service.options import split_options
from bot.service.safety import neutralise
from bot.service.service import Service
from bot.service.turns import Asker
from data.chat.games import Round, Shown
from data.errors import AnswerNotStored, TweetlikeError, UnknownAccount
from data.jobs.progress import describe_job
from data.jobs.queue import Job
from data.models.scorecards import score_table
from data.texts.english import explain
from data.texts.phrases import number_of
from data.texts.sentence import Audience
from data.tweets.store import storable

OPERATOR = Asker("console", "operator", exempt=True, among_adults=True)


@dataclass(frozen=True)
class Command:
    """What follows a command's name, what it does, and how many words it needs."""

    arguments: str
    does: str
    needs: int = 0


GROUPS = {
    "Tweets": {
        "/tweetlike": Command(
            "HANDLE HOW IT BEGINS", "five tweets; before the beginning: count=3 creativity=wild seed=7", 1
        ),
        "/again": Command("", "the same with a new seed"),
        "/more": Command("NUMBER", "go on from one of the last tweets", 1),
        "/picture": Command("FILE.png", "the last tweets as a picture", 1),
        "/talk": Command("HANDLE HANDLE HOW IT BEGINS", "two voices talk with each other", 2),
        "/realorfake": Command("HANDLE", "find the real tweet among four", 1),
        "/guess": Command("NUMBER", "which one is real", 1),
        "/leaderboard": Command("", "how often you found it, and whose voices hide it best"),
    },
    "Voices": {
        "/voices": Command("[SEARCH]", "the voices there are"),
        "/models": Command("[HANDLE | page N]", "their versions and scores"),
        "/score": Command("HANDLE", "how close a voice comes to its account", 1),
        "/retrain": Command("HANDLE", "train a new version; Ctrl-C cancels", 1),
        "/cancel": Command("HANDLE", "stop a training", 1),
        "/rollback": Command("HANDLE", "go back to the previous version", 1),
    },
    "Accounts": {
        "/fetch": Command("HANDLE", "download an account and train it", 1),
        "/import": Command("PATH [HANDLE]", "add the tweets of a file", 1),
        "/schedule": Command("HANDLE EVERY", "how often it is refreshed: 30m, 6h, 2d, off", 2),
        "/forget": Command("HANDLE", "delete everything of an account", 1),
    },
    "This bot": {
        "/status": Command("", "what I am doing"),
        "/privacy": Command("", "what I keep, and how to opt out"),
        "/help": Command("", "this list"),
        "/quit": Command("", "leave"),
    },
}
COMMANDS = {name: command for group in GROUPS.values() for name, command in group.items()}


class ConsoleBot:
    """A chat with one person, who is the operator."""

    def __init__(self, service: Service, console: Console | None = None) -> None:
        self.service = service
        self.operations = service.operations
        self.console = console or Console()
        self._last: Answer | None = None
        self._round: Round | None = None

    async def run(self) -> None:
        """Answer line after line until /quit or the end of the input."""
        self.console.print("Type [bold]/help[/] for what I can do, [bold]/quit[/] to leave.", style="dim")
        async for line in self._lines():
            if line.strip() in ("/quit", "/exit"):
                return
            await self.handle(line)

    async def handle(self, line: str) -> bool:
        """Do what one line asks; return whether it worked. Never raises for what a person typed."""
        line = storable(line)
        try:
            words = shlex.split(line, posix=False)
        except ValueError:
            words = line.split()
        if not words:
            return True
        name, arguments = words[0].lower(), words[1:]
        command = COMMANDS.get(name)
        if command is None:
            wanted = f"{name} is none of my commands." if name.startswith("/") else "Commands begin with a slash."
            self._say(f"{wanted} To ask: /tweetlike HANDLE HOW IT BEGINS. All of them: /help")
            return False
        if len(arguments) < command.needs:
            self._say(f"Like this: {name} {command.arguments}")
            return False
        try:
            return await self._do(name, arguments, line)
        except TweetlikeError as error:
            text = explain(error, Audience.OPERATOR)
            if isinstance(error, UnknownAccount):
                with suppress(TweetlikeError):
                    text = f"{offer_words(error, await self.operations.offer(error.handle))} Type /fetch {error.handle}"
            self.console.print(escape(text), style="yellow", highlight=False)
            return False

    async def _do(self, name: str, arguments: list[str], line: str) -> bool:
        first = arguments[0] if arguments else ""
        match name:
            case "/tweetlike":
                await self._tweetlike(first, " ".join(line.split()[2:]))
            case "/again" | "/more" | "/picture":
                return await self._go_on(name, first)
            case "/talk":
                await self._talk(arguments[:2], " ".join(arguments[2:]))
            case "/realorfake":
                await self._real_or_fake(first)
            case "/leaderboard":
                self._say("\n".join(board_lines(await self.service.games.board(OPERATOR, "console"))))
            case "/guess":
                return await self._guess(first)
            case "/voices":
                found = await self.service.directory.voices(" ".join(arguments))
                more = f" … and {found.total - len(found.handles)} more" if found.pages > 1 else ""
                self._say(f"{number_of(ENGLISH.voices, found.total)}: {', '.join(found.handles)}{more}")
            case "/models":
                turned = len(arguments) == 2 and first == "page" and arguments[1].isdecimal() and len(arguments[1]) < 10
                await self._models(*((None, int(arguments[1])) if turned else (first or None,)))
            case "/score":
                score = await self.service.directory.score(first)
                self.console.print(verdict(score), style="bold", highlight=False)
                self.console.print(score_table(score.handle, score.version, score.card))
            case "/retrain":
                await self._follow(await self.operations.retrain(first, requester=OPERATOR.id))
            case "/cancel":
                self._say(describe_job(await self.operations.cancel_all(first)))
            case "/rollback":
                self._say(rolled_back_words(first, await self.operations.rollback(first)))
            case "/fetch":
                await self._follow(await self.operations.fetch(first, requester=OPERATOR.id))
            case "/import":
                self._say(imported_words(await self.operations.import_file(Path(first), *arguments[1:2])))
            case "/schedule":
                self._say(scheduled_words(await self.operations.schedule(first, " ".join(arguments[1:]))))
            case "/forget":
                await self._forget(first, sure=arguments[1:] == ["yes"])
            case "/status":
                self._say("\n".join(status_lines(await self.service.directory.status())))
            case "/privacy":
                self._say(privacy_words(self.service.settings.keep_answers_days))
            case "/help":
                self._help()
        return True

    def _help(self) -> None:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        table.add_column()
        for group, commands in GROUPS.items():
            table.add_row(f"[bold]{group}[/]", "")
            for name, command in commands.items():
                table.add_row(escape(f"  {name} {command.arguments}"), escape(command.does))
        self.console.print(table, highlight=False)

    async def _go_on(self, name: str, argument: str) -> bool:
        """What needs an answer to go on from."""
        if self._last is None:
            self._say("Ask with /tweetlike first.")
            return False
        if name == "/picture":
            await self._picture(self._last, Path(argument))
        elif name == "/again":
            await self._again(self._last)
        elif argument.isdecimal():
            await self._again(self._last, like=int(argument))
        else:
            self._say("Like this: /more NUMBER")
            return False
        return True

    async def _forget(self, handle: str, *, sure: bool) -> None:
        name = (await self.operations.stored(handle)).handle
        if sure:
            self._say(f"@{await self.operations.forget(handle)} is forgotten.")
        else:
            self._say(f"{forget_question(name, opt_out=False)} If so: /forget {name} yes")

    def _say(self, text: str) -> None:
        self.console.print(escape(text), highlight=False)

    async def _tweetlike(self, handle: str, text: str) -> None:
        options, words = split_options(text.split())
        with self.console.status("thinking …"):
            answer = await self.service.answers.tweetlike(handle, " ".join(words), options, asker=OPERATOR)
        self._show(answer)

    async def _talk(self, handles: list[str], topic: str) -> None:
        conversations = self.service.conversations
        conversation = await conversations.begin(handles, topic, asker=OPERATOR)
        async with aclosing(conversations.turns(conversation, asker=OPERATOR, pause_s=0)) as turns:
            async for turn in turns:
                self._say(f"{turn.handle}: {neutralise(turn.text)}")
        self.console.print(ENGLISH.parody.format(handle=" × @".join(handles)), style="dim", highlight=False)

    async def _real_or_fake(self, handle: str) -> None:
        with self.console.status("thinking …"):
            account, self._round = await self.service.games.begin(handle, asker=OPERATOR, place="console")
        self._say(f"{round_words(account.handle)} The others are AI parody. Type /guess NUMBER.")
        self._say("\n".join(f"{n}  {neutralise(text)}" for n, text in enumerate(self._round.cards, 1)))

    async def _guess(self, number: str) -> bool:
        game = self._round
        if game is None or not number.isdecimal():
            self._say("Begin with /realorfake HANDLE." if game is None else "Like this: /guess NUMBER")
            return False
        here = Shown(OPERATOR.platform, "", "")
        await self.service.games.guess(game.id, int(number) - 1, here, player=OPERATOR.id, name="you")
        self._round = None
        if result := await self.service.games.end(game.id):
            self._say("\n".join(result_lines(result)))
        return True

    async def _picture(self, last: Answer, path: Path) -> None:
        picture = await self.service.answers.picture(_stored(last), OPERATOR)
        try:
            await asyncio.to_thread(path.write_bytes, picture.png)
        except OSError as error:
            self._say(f"{path} cannot be written ({error.strerror}).")
        else:
            self._say(f"It is in {path}.")

    async def _again(self, last: Answer, like: int | None = None) -> None:
        with self.console.status("thinking …"):
            answer = await self.service.answers.again(_stored(last), like=like, asker=OPERATOR)
        self._show(answer)

    def _show(self, answer: Answer) -> None:
        self._last = answer
        self.console.print(answer_panel(answer))

    async def _models(self, handle: str | None, page: int = 1) -> None:
        table = Table(box=None)
        for column in ("handle", "live", "versions", "trained", "bits/char", "base", "job"):
            table.add_column(column)
        found = await self.service.directory.models(handle, page)
        for status in found.statuses:
            live = status.live
            table.add_row(
                escape(status.account.handle),
                str(live.number) if live else "–",
                str(status.versions),
                day(live.created_at) if live else "–",
                f"{live.metrics.bits_per_character:.3f}" if live else "–",
                f"{live.metrics.base_bits_per_character:.3f}" if live else "–",
                status.job.state if status.job else "",
            )
        self.console.print(table if table.row_count else "No voices yet. Add one: tweetlike import PATH")
        if found.pages > 1:
            self._say(f"page {found.page} of {found.pages}; another: /models page NUMBER")

    async def _follow(self, job: Job) -> None:
        try:
            with self.console.status(escape(describe_job(job))) as status:
                while (job := await self.operations.job(job.id)).active:
                    status.update(escape(describe_job(job)))
                    await asyncio.sleep(0.5)
        except (KeyboardInterrupt, asyncio.CancelledError):
            job = await self.operations.cancel(job.id)
            raise
        self.console.print(escape(describe_job(job)), highlight=False)

    async def _lines(self) -> AsyncIterator[str]:
        if not sys.stdin.isatty():
            while line := await asyncio.to_thread(sys.stdin.readline):
                yield line
            return
        history = FileHistory(str(self.service.settings.home / "history"))
        session: PromptSession[str] = PromptSession(history=history, completer=_completer(self.service))
        while True:
            try:
                with patch_stdout():  # for the line alone: it would spoil the colours of an answer
                    line = await session.prompt_async("› ")
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            yield line


def _stored(answer: Answer) -> int:
    """Raises `AnswerNotStored` for an answer that could not be stored."""
    if answer.generation_id is None:
        raise AnswerNotStored
    return answer.generation_id


def _completer(service: Service) -> Completer:
    class CommandCompleter(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:
            return []

        async def get_completions_async(
            self, document: Document, complete_event: CompleteEvent
        ) -> AsyncGenerator[Completion, None]:
            words = document.text_before_cursor.split(" ")
            if len(words) == 1:
                for command in COMMANDS:
                    if command.startswith(words[0]):
                        yield Completion(command, -len(words[0]))
            elif len(words) == 2:
                for handle in await service.directory.suggest_handles(words[1]):
                    yield Completion(handle, -len(words[1]))

    return CommandCompleter()


def answer_panel(answer: Answer) -> Panel:
    """Five tweets in a frame that says what they are."""
    tweets = "\n\n".join(f"[bold]{n}  [/]{escape(neutralise(text))}" for n, text in enumerate(answer.texts, 1))
    label = escape(parody_label(answer.handle))
    facts = facts_line(answer)
    return Panel(
        f"{tweets}\n\n[italic]{label}[/]\n[dim]{facts}[/]",
        title=f"[bold]{escape(neutralise(answer.display_name))}[/] [dim]@{escape(answer.handle)}[/]",
        title_align="left",
        border_style="blue",
        padding=(1, 2),
    )

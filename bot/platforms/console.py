"""The terminal as a chat: the same commands, with history, completion and colours. Needs no token and no account."""

from __future__ import annotations

import asyncio
import shlex
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import suppress
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

from bot.platforms.languages import PRIVACY
from bot.platforms.phrases import (
    day,
    forget_question,
    imported_words,
    number_of,
    offer_words,
    result_lines,
    round_words,
    scheduled_words,
    status_lines,
)
from bot.service.answers import Answer
from bot.service.options import split_options
from bot.service.safety import neutralise, parody_label
from bot.service.service import Service
from bot.service.turns import Asker
from data.chat.games import Round
from data.errors import AnswerNotStored, TweetlikeError, UnknownAccount
from data.jobs.progress import describe_job
from data.jobs.queue import Job
from data.models.scorecards import score_table
from data.texts.english import explain
from data.texts.sentence import Audience

OPERATOR = Asker("console", "operator", exempt=True)
COMMANDS = {
    "/tweetlike": "/tweetlike HANDLE HOW IT BEGINS   five tweets it might have written; before the\n"
    "                                  beginning: count=3 creativity=wild seed=7",
    "/again": "/again                            the same with a new seed",
    "/more": "/more NUMBER                      go on from one of the last tweets",
    "/picture": "/picture FILE.png                 the last tweets as a picture",
    "/models": "/models [HANDLE]                  the voices, their versions and scores",
    "/voices": "/voices [SEARCH]                  the voices there are",
    "/realorfake": "/realorfake HANDLE                find the real tweet among four",
    "/guess": "/guess NUMBER                     which one is real",
    "/score": "/score HANDLE                     how close a voice comes to its account",
    "/retrain": "/retrain HANDLE                   train a new version; Ctrl-C cancels",
    "/cancel": "/cancel HANDLE                    stop a training",
    "/rollback": "/rollback HANDLE                  put the version before back",
    "/status": "/status                           what I am doing",
    "/privacy": "/privacy                          what I keep, and how to opt out",
    "/fetch": "/fetch HANDLE                     download an account and train it",
    "/import": "/import PATH [HANDLE]             add the tweets of a file",
    "/schedule": "/schedule HANDLE EVERY            how often it is refreshed: 30m, 6h, 2d, off",
    "/forget": "/forget HANDLE                    delete everything of an account",
    "/help": "/help                             this list",
    "/quit": "/quit                             leave",
}


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
        try:
            words = shlex.split(line, posix=False)
        except ValueError:
            words = line.split()
        if not words:
            return True
        command, arguments = words[0].lower(), words[1:]
        try:
            match command:
                case "/tweetlike" if arguments:
                    await self._tweetlike(arguments[0], " ".join(line.split()[2:]))
                case "/again" if self._last:
                    await self._again(self._last)
                case "/more" if self._last and arguments and arguments[0].isdecimal():
                    await self._again(self._last, like=int(arguments[0]))
                case "/picture" if self._last and arguments:
                    await self._picture(self._last, Path(arguments[0]))
                case "/again" | "/more" | "/picture" if not self._last:
                    self.console.print("Ask with /tweetlike first.")
                case "/models":
                    await self._models(arguments[0] if arguments else None)
                case "/voices":
                    found = await self.service.directory.voices(" ".join(arguments))
                    more = f" … and {found.total - len(found.handles)} more" if found.pages > 1 else ""
                    self._say(f"{number_of(found.total, 'voice')}: {', '.join(found.handles)}{more}")
                case "/realorfake" if arguments:
                    await self._real_or_fake(arguments[0])
                case "/guess" if self._round and arguments and arguments[0].isdecimal():
                    await self._guess(self._round, int(arguments[0]))
                case "/guess" if not self._round:
                    self.console.print("Begin with /realorfake HANDLE.")
                case "/score" if arguments:
                    score = await self.service.directory.score(arguments[0])
                    self.console.print(score_table(score.handle, score.version, score.card))
                case "/retrain" if arguments:
                    await self._retrain(arguments[0])
                case "/cancel" if arguments:
                    self._say(describe_job(await self.operations.cancel_all(arguments[0])))
                case "/rollback" if arguments:
                    version = await self.operations.rollback(arguments[0])
                    self._say(f"Version {version.number} is live again.")
                case "/status":
                    self._say("\n".join(status_lines(await self.service.directory.status())))
                case "/privacy":
                    self._say(PRIVACY)
                case "/fetch" if arguments:
                    await self._follow(await self.operations.fetch(arguments[0], requester="console"))
                case "/import" if arguments:
                    self._say(imported_words(await self.operations.import_file(Path(arguments[0]), *arguments[1:2])))
                case "/schedule" if len(arguments) > 1:
                    self._say(scheduled_words(await self.operations.schedule(arguments[0], " ".join(arguments[1:]))))
                case "/forget" if arguments:
                    await self._forget(arguments[0], sure=arguments[1:] == ["yes"])
                case "/help":
                    self.console.print("\n".join(escape(text) for text in COMMANDS.values()), highlight=False)
                case _ if command in COMMANDS:
                    self.console.print(f"Like this: {escape(COMMANDS[command])}", highlight=False)
                case _:
                    self.console.print(f"I only know commands: {', '.join(COMMANDS)}.")
                    return False
        except TweetlikeError as error:
            text = explain(error, Audience.OPERATOR)
            if isinstance(error, UnknownAccount):
                with suppress(TweetlikeError):
                    text = f"{offer_words(error, await self.operations.offer(error.handle))} Type /fetch {error.handle}"
            self.console.print(escape(text), style="yellow", highlight=False)
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

    async def _real_or_fake(self, handle: str) -> None:
        with self.console.status("thinking …"):
            account, self._round = await self.service.games.begin(handle, asker=OPERATOR, place="console")
        self._say(f"{round_words(account.handle)} The others are AI parody. Type /guess NUMBER.")
        self._say("\n".join(f"{n}  {neutralise(text)}" for n, text in enumerate(self._round.cards, 1)))

    async def _guess(self, game: Round, number: int) -> None:
        await self.service.games.guess(game.id, number - 1, player="console:operator", name="you")
        self._round = None
        if result := await self.service.games.end(game.id):
            self._say("\n".join(result_lines(result)))

    async def _picture(self, last: Answer, path: Path) -> None:
        png = await self.service.answers.picture(_stored(last), OPERATOR)
        try:
            await asyncio.to_thread(path.write_bytes, png)
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

    async def _models(self, handle: str | None) -> None:
        table = Table(box=None)
        for column in ("handle", "live", "versions", "trained", "bits/char", "base", "job"):
            table.add_column(column)
        for status in await self.service.directory.models(handle):
            live = status.live
            table.add_row(
                escape(status.account.handle),
                str(live.number) if live else "–",
                str(len(status.versions)),
                day(live.created_at) if live else "–",
                f"{live.metrics.bits_per_character:.3f}" if live else "–",
                f"{live.metrics.base_bits_per_character:.3f}" if live else "–",
                status.job.state if status.job else "",
            )
        self.console.print(table if table.row_count else "No voices yet. Add one: tweetlike import PATH")

    async def _retrain(self, handle: str) -> None:
        await self._follow(await self.operations.retrain(handle, requester="console"))

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
    trained = f"trained on {answer.trained_on} tweets, {day(answer.trained_at)}"
    facts = f"version {answer.version}, {trained}, seed {answer.seed}"
    return Panel(
        f"{tweets}\n\n[italic]{label}[/]\n[dim]{facts}[/]",
        title=f"[bold]{escape(neutralise(answer.display_name))}[/] [dim]@{escape(answer.handle)}[/]",
        title_align="left",
        border_style="blue",
        padding=(1, 2),
    )

"""Five targets for made-up bytes: files of tweets, cleaning, handles, beginnings, outputs.

Each says whether it refused or took them, and raises only for a bug.

    pip install atheris && python -m tests.fuzzing outputs --minutes 30     guided by coverage

`test_fuzzing.py` runs them for some seconds with hypothesis, and on every input that ever broke one.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

Outcome = Literal["refused", "taken"]
SUFFIXES = (".zip", ".jsonl", ".csv", ".js", ".json", "", ".txt", ".tar.gz", ".gz", ".car")


def text_of(data: bytes) -> str:
    """Any text, lone surrogates included."""
    return data.decode("utf-8", errors="surrogateescape" if data[:1] == b"s" else "replace")


def archives(data: bytes) -> Outcome:
    """A file of tweets is read whole or refused with a place in it."""
    from data.errors import UnreadableSource
    from data.sources.reading import read_tweets
    from data.tweets.store import storable

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"tweets{SUFFIXES[data[0] % len(SUFFIXES)] if data else ''}"
        path.write_bytes(data[1:])
        try:
            found = read_tweets(path)
        except UnreadableSource:
            return "refused"
        for tweet in found.tweets:
            storable(tweet.text).encode()
        assert [entry.name for entry in Path(place).iterdir()] == [path.name]
    return "taken"


def cleaning(data: bytes) -> Outcome:
    """Whatever a tweet says, the counts add up and what is kept is one clean text."""
    from data.tweets.corpus import build_corpus
    from data.tweets.store import Tweet, storable

    texts = storable(text_of(data)).split("\x1f")
    tweets = [Tweet(str(n), float(n), text, source="fuzz") for n, text in enumerate(texts)]
    for way in ("default", "reference"):
        counts = build_corpus(tweets, way).counts
        parts = counts.retweets + counts.short + counts.kept + counts.duplicates + counts.cut
        assert counts.downloaded == parts == len(tweets)
    return "taken"


def handles(data: bytes) -> Outcome:
    """A handle is within a safe alphabet, and parsing it again changes nothing."""
    from bot.service.mixes import parse_mix
    from data.accounts.handles import parse_handle
    from data.errors import TweetlikeError
    from data.texts.english import explain

    try:
        parts = parse_mix(text_of(data))
    except TweetlikeError as error:
        explain(error).encode()
        return "refused"
    for part in parts:
        assert part.handle.isascii()
        assert not set(part.handle) & set("/\\\0 '\"<>|;&$`*?~%")
        assert parse_handle(part.handle).text == part.handle
    return "taken"


def prompts(data: bytes) -> Outcome:
    """A beginning is one short line, and so it stays; the filter judges anything."""
    from bot.service.filtering import REASONS, content_filter
    from bot.service.options import split_options
    from bot.service.safety import PROMPT_CHARACTERS, tidy_prompt
    from data.errors import TweetlikeError

    global _refuses
    _refuses = _refuses or content_filter("strict")
    try:
        _, words = split_options(text_of(data).split())
        tidy = tidy_prompt(" ".join(words))
    except TweetlikeError:
        return "refused"
    assert len(tidy) <= PROMPT_CHARACTERS
    assert tidy == tidy_prompt(tidy)
    tidy.encode()
    reason = _refuses(tidy)
    assert reason in (None, *REASONS)
    return "refused" if reason else "taken"


_refuses: Callable[[str], str | None] | None = None


def outputs(data: bytes) -> Outcome:
    """Whatever a model writes is a valid message of each platform that pings, links and formats nothing."""
    from bot.generation.types import Stats
    from bot.platforms.discord.embeds import answer_embeds
    from bot.platforms.telegram.messages import answer_html
    from bot.service.answers import Answer
    from tests.peers.telegram_api import links_in, parse_html

    text = text_of(data)
    answer = Answer("vendo", text[:80], "", tuple(text.split("\x1f"))[:10], 1, 1, 1.0, 1, 1, Stats())
    message, entities = parse_html(answer_html(answer))
    assert links_in(message, entities) == []
    assert {entity.type for entity in entities} <= {"bold", "italic"}
    assert len(message.encode("utf-16-le")) // 2 <= 4096
    embeds = answer_embeds(answer)
    assert sum(map(len, embeds)) <= 6000
    for embed in embeds:
        assert not re.search(r"\w://", embed.description or "")
        (embed.description or "").encode()
    return "taken"


TARGETS: dict[str, Callable[[bytes], Outcome]] = {
    target.__name__: target for target in (archives, cleaning, handles, prompts, outputs)
}


def main() -> None:
    import atheris

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--corpus", type=Path, default=Path.home() / ".cache" / "tweetlike-fuzzing")
    arguments = parser.parse_args()
    with atheris.instrument_imports(include=["bot", "data"]):
        TARGETS[arguments.target](b"")
    corpus = arguments.corpus / arguments.target
    corpus.mkdir(parents=True, exist_ok=True)
    flags = [f"-max_total_time={arguments.minutes * 60:.0f}", "-max_len=4096", "-timeout=60", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *flags, f"-artifact_prefix={corpus}/broke-", str(corpus)], TARGETS[arguments.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()

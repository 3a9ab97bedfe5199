"""What a tweet becomes, what is too short, and that the counts always add up."""

from __future__ import annotations

import html
import string
import time

import pytest
from hypothesis import assume, example, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from data.accounts.store import Cleaning, Replies
from data.errors import CorpusTooSmall
from data.sources.files import records
from data.sources.reading import read_tweets
from data.texts.english import explain
from data.tweets import cleaning
from data.tweets.cleaning import clean, is_short, strip_leading_mentions
from data.tweets.corpus import (
    Corpus,
    Counts,
    build_corpus,
    counts_for_people,
    fingerprint,
    require_enough,
    size_warning,
)
from data.tweets.masking import mask
from data.tweets.store import Tweet
from tests.conftest import SHARED_TWEETS

STEADY = examples()


# The reference, written a second time: by hand over the characters, from the description of its rules


def link_length(text: str, at: int) -> int:
    """The length of the link that begins at `at`: `http:` or `https:` and at least one character that is no space."""
    for scheme in ("https:", "http:"):
        if text.startswith(scheme, at):
            end = at + len(scheme)
            while end < len(text) and not text[end].isspace():
                end += 1
            return end - at if end > at + len(scheme) else 0
    return 0


def reference_clean(text: str) -> str:
    for entity, character in (("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")):
        text = character.join(text.split(entity))
    kept: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == " " and (length := link_length(text, at + 1)):
            at += 1 + length  # a link takes the space before it …
        elif length := link_length(text, at):
            at += length
            at += text[at : at + 1] == " "  # … or else the one after it
        else:
            kept.append(text[at])
            at += 1
    return " ".join("".join(kept).split())


def reference_is_short(cleaned: str) -> bool:
    plain = [word for word in cleaned.split() if not {"@", "#"} & set(word) and "http" not in word.lower()]
    return len(plain) < 3


_WORDS = (
    *("a", "&", "&amp;", "&lt;", "&gt;", "&amp;lt;", "&quot;", "http:", "https:", "http://a.b/c", "https://t.co/x"),
    *("HTTP://B", "http", "@name", "#tag", "x@y", "日本", "😀", "…", "://", "s:", ";", "amp;"),
)
_SPACES = (" ", "  ", "\n", "\t", "\r\n", "\u00a0", "\u3000", "\u2028", "\u200b", "\x1c", "\x1f", "\x85", "")
_TWEETS = st.lists(
    st.one_of(st.sampled_from(_WORDS), st.sampled_from(_SPACES), st.sampled_from(_SPACES), st.text(max_size=3)),
    max_size=14,
).map("".join)


@STEADY
@given(_TWEETS)
@example("one http://a.b two https://c.d\nthree")
@example("wordhttp://a.b next")
@example("a http:x\x1cb c")
@example("&amp;lt;3 twice decoded")
def test_reference_mode_does_what_its_description_says(text: str) -> None:
    cleaned = clean(text, "reference")
    assert cleaned == reference_clean(text)
    assert is_short(cleaned, "reference") == reference_is_short(cleaned)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("fish &amp; chips &lt;3 &gt;:(", "fish & chips <3 >:("),
        ("&quot;so&quot; &#39;so&#39; &nbsp;", "&quot;so&quot; &#39;so&#39; &nbsp;"),
        ("&amp;lt;", "<"),
        ("  look\n\n here:  https://t.co/abc  now ", "look here: now"),
        ("http://a.b/c", ""),
        ("see https://t.co/a https://t.co/b", "see"),
        ("見てhttps://t.co/aすごい です", "見てです"),
        ("@you #this 😀 \ufffd stays", "@you #this 😀 \ufffd stays"),
        ("http: is no link, nor is https:", "http: is no link, nor is https:"),
    ],
)
def test_reference_mode_by_example(text: str, cleaned: str) -> None:
    assert clean(text, "reference") == cleaned


@pytest.mark.parametrize(
    ("cleaned", "short"),
    [
        ("", True),
        ("one two", True),
        ("one two three", False),
        ("one two @three", True),
        ("one two #three", True),
        ("one two xhttpx", True),
        ("one two HTTP", True),
        ("@a one #b two three", False),
        ("今日は朝からとても良い天気でした", True),
    ],
)
def test_short_in_reference_mode_by_example(cleaned: str, short: bool) -> None:
    assert is_short(cleaned, "reference") is short


# The default mode


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("fish &amp; chips &lt;3 &gt;:(", "fish & chips <3 >:("),
        ("&quot;so&quot; &#39;so&#39; &#x1F600; &eacute;", "\"so\" 'so' 😀 é"),
        ("a&nbsp;b", "a b"),
        ("&amp;lt;3 was escaped twice", "<3 was escaped twice"),
        ("R&D&regulation, salt&pepper, x&lt y", "R&D&regulation, salt&pepper, x&lt y"),
        ("&#0;&#x1f;&#xd800;a", "a"),
        ("&nosuchentity; stays", "&nosuchentity; stays"),
        ("&#99999999; &#x1234567; stay", "&#99999999; &#x1234567; stay"),
        (f"&#{'9' * 5000}; stays", f"&#{'9' * 5000}; stays"),
    ],
)
def test_every_entity_is_decoded_once_and_nothing_else(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("look https://t.co/abc now", "look now"),
        ("lookhttps://t.co/abc now", "look now"),
        ("https://t.co/abc", ""),
        ("one\nhttps://t.co/abc\ntwo", "one two"),
        ("見てhttps://t.co/abcすごい", "見て すごい"),
        ("【お知らせ】https://t.co/abc。詳しくは", "【お知らせ】 。詳しくは"),
        ("ดูhttps://t.co/abcนี่", "ดู นี่"),
        ("cut off https://t.co/a…", "cut off"),
        ("cut off https://t.co/a… really", "cut off really"),
        ("http: is no link", "http: is no link"),
        ("a https://a.b/?q=1&amp;r=2#f b", "a b"),
    ],
)
def test_a_link_ends_where_a_link_can_end(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\0b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("bro\ufffdken \ufffd", "broken"),
        ("\ufeffmark", "mark"),
        ("half \ud83d pair", "half pair"),
        ("na\u200bme \u202eevil\u202c \u2066and\u2069", "name evil and"),
        ("a\tb\nc\r\nd\u2028e\u3000f\u00a0g", "a b c d e f g"),
        ("ht\u200btp://a.b c", "c"),
    ],
)
def test_control_characters_and_what_was_lost_are_removed(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "emoji",
    [
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "👍🏽",
        "❤️",
        "🇯🇵",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "1️⃣",
        "\U0001fae0",
    ],
)
def test_emoji_stay_whole(emoji: str) -> None:
    assert clean(f"so {emoji} it{emoji}{emoji}") == f"so {emoji} it{emoji}{emoji}"


@pytest.mark.parametrize(
    "text", ["می‌خواهم", "क्‍ष", "e\u0301 é", "\u200fשלום", "ありがとう。", "#tag @name “quoted” – ok"]
)
def test_joiners_marks_and_punctuation_that_languages_need_stay(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("cleaned", "short"),
    [
        ("", True),
        ("good morning", True),
        ("good morning all", False),
        ("good morning @all", True),
        ("good morning #all", True),
        ("😂 😂 😂", False),
        # Japanese, Chinese, Thai: two characters are about a word
        ("おはよう", True),
        ("おはようご", True),
        ("おはようござ", False),
        ("ラーメン", True),
        ("今日は朝からとても良い天気でした", False),
        ("今天天气", True),
        ("今天天气很好", False),
        ("สวัสดีครับ", False),
        ("ดี", True),
        ("おはよう 日本", False),
        # Korean puts spaces between words
        ("안녕하세요 여러분", True),
        ("오늘 날씨가 좋네요", False),
        # mixed
        ("iPhone 欲しい", True),
        ("new iPhone 欲しい", False),
        ("thanks ありがとう", False),
        ("ok です", True),
        # names and tags do not count, glued or not
        ("@someone ありが", True),
        ("@someoneありが", True),
        ("@someoneありがとうね", False),
        ("#今日の天気はとても良い", True),
        ("#タグ 今日の天気は", False),
    ],
)
def test_short_is_judged_by_the_script(cleaned: str, short: bool) -> None:
    assert is_short(cleaned) is short


_PRINTABLE = st.text(string.ascii_letters + string.digits + string.punctuation + "   \n\t", max_size=60)


def has_other_entities(text: str) -> bool:
    rest = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "")
    return html.unescape(rest) != rest and ";" in rest


@STEADY
@given(st.lists(st.one_of(_PRINTABLE, st.sampled_from(["&amp;", "&lt;", "&gt;", " https://t.co/x "])), max_size=8))
def test_default_mode_equals_the_reference_for_plain_ascii_text(parts: list[str]) -> None:
    text = "".join(parts)
    assume(not has_other_entities(text))
    assume(
        "&lt;" not in text.replace("&amp;", "&").replace("&lt;", "", text.count("&lt;"))
    )  # "&amp;lt;" is decoded twice
    assume(all("http" not in word or word.startswith(("http:", "https:")) for word in text.split()))
    cleaned = clean(text)
    assert cleaned == clean(text, "reference")
    assert is_short(cleaned) == is_short(cleaned, "reference")


@STEADY
@given(_TWEETS)
def test_cleaning_again_changes_nothing_where_no_entity_is_left_to_decode(text: str) -> None:
    cleaned = clean(text)
    assume("&" not in cleaned)
    assert clean(cleaned) == cleaned


@STEADY
@given(st.one_of(_TWEETS, st.text()))
def test_a_cleaned_text_is_one_tidy_line_that_can_be_stored(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert cleaned.encode().decode() == cleaned
    assert cleaned.isprintable() or not any(ord(c) < 32 or c in "\x7f\ufffd\u200b\u202e\ufeff\0" for c in cleaned)
    assert "http://" not in cleaned or "&" in text


def test_a_long_hostile_text_is_cleaned_as_fast_as_any() -> None:
    start = time.perf_counter()
    for piece in ("http:", "https:a ", "@a", "@a ", "&", "&#", "&amp", "…", "http:…", " ", "@a.", "#", "あ@", "\0"):
        text = piece * 20_000
        for mode in ("default", "reference"):
            is_short(clean(strip_leading_mentions(text), mode), mode)
    assert time.perf_counter() - start < 10


# Replies


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("@a hello", "hello"),
        ("@a @b_2 @C hello @d", "hello @d"),
        (" @a\n@b hello", "hello"),
        ("@a\u3000@b こんにちは", "こんにちは"),
        ("@aありがとう", "ありがとう"),
        ("@user@instance.social hello", "hello"),
        ("@name.bsky.social hello", "hello"),
        ("@a. hello", ". hello"),
        ("@a's hello", "'s hello"),
        ("@a, @b hello", ", @b hello"),
        ("hello @a", "hello @a"),
        ("@ home", "@ home"),
        ("@a", ""),
        ("", ""),
    ],
)
def test_leading_mentions_are_stripped_and_no_others(text: str, stripped: str) -> None:
    assert strip_leading_mentions(text) == stripped


def tweets_of(*texts: str) -> list[Tweet]:
    return [Tweet(str(number), float(number), text) for number, text in enumerate(texts)]


REPLIES = [
    Tweet("1", 1.0, "nothing to do with you"),
    Tweet("2", 2.0, "@you this is a reply", in_reply_to="9"),
    Tweet("3", 3.0, "@you this has lost its thread"),
    Tweet("4", 4.0, "a thread of my own", in_reply_to="1"),
    Tweet("5", 5.0, "@you @other thank you", in_reply_to="9"),
    Tweet("6", 6.0, "RT @you: mine is better", is_retweet=True, in_reply_to="9"),
    Tweet("7", 7.0, "I told @you so"),
]


@pytest.mark.parametrize("cleaning", ["default", "reference"])
def test_replies_are_kept_dropped_or_stripped(cleaning: Cleaning) -> None:
    kept = build_corpus(REPLIES, cleaning, "keep")
    assert kept.texts[1] == "@you this is a reply"
    assert kept.counts == Counts(downloaded=7, retweets=1, short=1, kept=5)
    dropped = build_corpus(REPLIES, cleaning, "drop")
    assert dropped.texts == ("nothing to do with you", "I told @you so")
    assert dropped.counts == Counts(downloaded=7, retweets=1, short=0, kept=2, replies=4)
    stripped = build_corpus(REPLIES, cleaning, "strip")
    assert stripped.texts == (
        "nothing to do with you",
        "this is a reply",
        "this has lost its thread",
        "a thread of my own",
        "I told @you so",
    )
    assert stripped.counts == Counts(downloaded=7, retweets=1, short=1, kept=5)


# Corpora


def test_of_equal_texts_the_oldest_is_kept_in_default_mode_only() -> None:
    tweets = tweets_of("one two three", "four five six", "one two  three https://t.co/a", "One two three")
    corpus = build_corpus(tweets)
    assert corpus.texts == ("one two three", "four five six", "One two three")
    assert corpus.counts == Counts(downloaded=4, retweets=0, short=0, kept=3, duplicates=1)
    reference = build_corpus(tweets, "reference")
    assert len(reference.texts) == 4
    assert reference.counts.duplicates == 0


_TWEET_LISTS = st.lists(
    st.builds(
        Tweet,
        id=st.just("1"),
        created_at=st.none(),
        text=st.one_of(_TWEETS, st.sampled_from(["one two three", "@a one two three", "one two three http://a"])),
        is_retweet=st.booleans(),
        in_reply_to=st.sampled_from([None, None, "9"]),
    ),
    max_size=12,
)


@STEADY
@given(_TWEET_LISTS, st.sampled_from(["default", "reference"]), st.sampled_from(["keep", "drop", "strip"]))
def test_the_counts_always_add_up(tweets: list[Tweet], cleaning: Cleaning, replies: Replies) -> None:
    corpus = build_corpus(tweets, cleaning, replies)
    counts = corpus.counts
    assert counts.downloaded == len(tweets)
    assert counts.downloaded == counts.retweets + counts.short + counts.kept + counts.duplicates + counts.replies
    assert min(vars(counts).values()) >= 0
    assert counts.retweets == sum(tweet.is_retweet for tweet in tweets)
    assert counts.kept == len(corpus.texts)
    assert cleaning == "default" or counts.duplicates == 0
    assert replies == "drop" or counts.replies == 0
    assert cleaning == "reference" or len(set(corpus.texts)) == len(corpus.texts)
    assert not any(is_short(text, cleaning) for text in corpus.texts)
    shown = counts_for_people(corpus)
    assert shown.pop("downloaded") == sum(shown.values())


def test_the_fingerprint_tells_order_and_borders_apart() -> None:
    lists = [["ab", "c"], ["a", "bc"], ["abc"], ["c", "ab"], ["ab", "c", ""], []]
    assert len({fingerprint(texts) for texts in lists}) == len(lists)
    assert fingerprint(["日本", "😀"]) == fingerprint(("日本", "😀"))
    tweets = tweets_of("one two three", "four five six")
    assert build_corpus(tweets).fingerprint == build_corpus([*tweets, Tweet("9", 9.0, "ok")]).fingerprint
    assert build_corpus(tweets).fingerprint != build_corpus(tweets[:1]).fingerprint


def corpus_of(characters: int) -> Corpus:
    return Corpus("default", "keep", Counts(1, 0, 0, 1), ("x" * characters,), "")


def test_too_small_a_corpus_is_refused_with_what_is_missing() -> None:
    require_enough("me", corpus_of(6_000), 6_000)
    with pytest.raises(CorpusTooSmall) as caught:
        require_enough("me", corpus_of(4_766), 6_000)
    assert (caught.value.handle, caught.value.characters, caught.value.needed) == ("me", 4_766, 6_000)
    sentence = explain(caught.value)
    for number in ("4,766", "6,000", "1,234"):
        assert number in sentence


def test_a_thin_corpus_is_warned_about_with_what_is_missing() -> None:
    assert size_warning(corpus_of(40_000)) is None
    warning = size_warning(corpus_of(38_766)) or ""
    for number in ("38,766", "40,000", "1,234"):
        assert number in warning


# Real accounts

real = pytest.mark.skipif(
    not SHARED_TWEETS.is_dir(), reason="the folder of real tweets for measuring is not beside this checkout"
)


@real
@pytest.mark.parametrize(
    ("account", "counts"),
    [
        ("dril", Counts(3500, 0, 381, 3119)),
        ("BarackObama", Counts(3207, 351, 30, 2826)),
        ("CarlosBolsonaro", Counts(3192, 810, 290, 2092)),
        ("Wendys", Counts(3244, 7, 560, 2677)),
        ("a_know", Counts(4000, 1453, 1634, 913)),
    ],
)
def test_reference_counts_of_real_accounts_are_the_published_ones(account: str, counts: Counts) -> None:
    tweets = read_tweets(SHARED_TWEETS / f"{account}.jsonl").tweets
    corpus = build_corpus(tweets, "reference")
    assert corpus.counts == counts
    own = [reference_clean(tweet.text) for tweet in tweets if not tweet.is_retweet]
    assert corpus.texts == tuple(mask(text)[0] for text in own if not reference_is_short(text))


@real
def test_default_mode_keeps_the_japanese_tweets_that_the_reference_drops() -> None:
    tweets = read_tweets(SHARED_TWEETS / "a_know.jsonl").tweets
    counts = build_corpus(tweets).counts
    assert counts.kept > 2 * 913
    assert counts.short < 1634 / 4


UNITS = (
    "a", "a.", "a-", "…", "https:// ", "http", "ht", "@a", "@a ", "RT ", "“@", "(via ", "a.b/", "a.b.", "t.co/", ":a",
    ":a_", "...", "… ", " …", "&amp;", "@a.b", "＠", "MT  ", "\n",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_no_pattern_takes_a_long_text_for_a_riddle(unit: str) -> None:
    """One that is quadratic takes minutes for what takes a tenth of a second."""
    text = (unit * 300_000)[:300_000] + "!"
    started = time.monotonic()
    for pattern in (cleaning._LINK, cleaning._REMAINS, cleaning._ESCAPED_TWICE, cleaning._EMOJI_CODE):
        pattern.sub(" ", text)
    for pattern in (cleaning._QUOTED, cleaning._CUT_OFF, cleaning._LEADING_MENTIONS, records._CUT, records._BYTES):
        pattern.search(text)
    assert time.monotonic() - started < 20

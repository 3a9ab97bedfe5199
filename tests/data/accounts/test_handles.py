"""Handles are hostile: what is accepted follows one network's grammar exactly, everything else is refused."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import example, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from data.accounts.handles import Handle, parse_handle
from data.errors import InvalidHandle
from data.texts.english import explain

STEADY = examples()


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("nayancat1111", Handle("nayancat1111", "x")),
        ("_", Handle("_", "x")),
        ("007", Handle("007", "x")),
        ("a_b_C", Handle("a_b_c", "x")),
        ("exactly_15_long", Handle("exactly_15_long", "x")),
        ("Name.bsky.social", Handle("name.bsky.social", "bluesky")),
        ("example.com", Handle("example.com", "bluesky")),
        ("a-b.co-op.xn--p1ai", Handle("a-b.co-op.xn--p1ai", "bluesky")),
        ("8.example.com", Handle("8.example.com", "bluesky")),
        ("a" * 63 + ".com", Handle("a" * 63 + ".com", "bluesky")),
        ("User@Instance.Example", Handle("user@instance.example", "mastodon")),
        ("a.b-c_d@m.social", Handle("a.b-c_d@m.social", "mastodon")),
        ("x" * 30 + "@m.social", Handle("x" * 30 + "@m.social", "mastodon")),
    ],
)
def test_a_handle_of_each_network_is_accepted_with_one_leading_at_and_in_any_case(text: str, handle: Handle) -> None:
    for variant in (text, text.upper(), f"@{text}", f"  {text} ", f" @{text}\n", f"\t@{text.title()}\u3000"):
        assert parse_handle(variant) == handle


HOSTILE = [
    "",
    " ",
    "@",
    "@@",
    "@@name",
    "@ name",
    "sixteen_letters_",
    "two words",
    "na\nme",
    "@\nname",
    "name\nname.bsky.social",
    "name\0",
    "na\tme",
    "name\u200b",
    "\u200bname",
    "\ufeffname",
    "na\u202eme",
    "na\u00adme",
    "dash-",
    "-dash",
    "a--b",
    "a-a",
    "a-b-c-d",
    "a-b+c",
    "a+",
    "a+b c",
    "dot.",
    ".dot",
    ".",
    "..",
    "...",
    "a..b",
    "../../etc/passwd",
    "/etc/passwd",
    "a/b.com",
    "name.com/..",
    "a\\b",
    "C:\\x",
    "c:",
    "~",
    "~root",
    "$HOME",
    "`id`",
    "$(id)",
    "name;rm",
    "'; DROP TABLE accounts; --",
    "%2e%2e",
    "%s",
    "{handle}",
    "<script>",
    "name?",
    "*",
    "<|endoftext|>",
    "@everyone@",
    "<@123>",
    "https://x.com/name",
    "name@",
    "@name@",
    "name@localhost",
    "name@instance.social@other.social",
    "name@instance.social/",
    "name@instance.social:443",
    "na me@instance.social",
    ".name@instance.social",
    "name.@instance.social",
    "name@-instance.social",
    "name@instance-.social",
    "name@instance..social",
    "name@instance.social.",
    "name@127.0.0.1",
    "127.0.0.1",
    "-a.com",
    "a-.com",
    "a.1com",
    "under_score.com",
    "x" * 31 + "@m.social",
    "a" * 64 + ".com",
    "a.com" * 60,
    "a" * 100_000,
    "a." * 50_000 + "com",
    "naïve",
    "пауаn",  # Cyrillic
    "ｎａｍｅ",  # full width
    "name１",
    "𝐧𝐚𝐦𝐞",
    "\u212aelvin",  # KELVIN SIGN, lower case k
    "\u0130stanbul",  # lower case i and a dot above
    "ſame",
    "ﬁne",
    "１２３",
    "٣٤٥",
    "exämple.com",
    "example。com",
    "name＠instance.social",
    "\ud800",
    "😀",
]


@pytest.mark.parametrize("text", HOSTILE, ids=[f"{n:02}" for n in range(len(HOSTILE))])
def test_a_hostile_handle_is_refused_in_words_that_can_be_printed(text: str) -> None:
    with pytest.raises(InvalidHandle) as caught:
        parse_handle(text)
    assert caught.value.text == text
    sentence = explain(caught.value)
    assert sentence.encode()
    assert "\n" not in sentence
    assert "\0" not in sentence
    assert len(sentence) < 400


def test_several_accounts_in_one_voice_have_one_name_in_whatever_order() -> None:
    assert parse_handle("@Two-one") == Handle("one-two", "joint", ("one", "two"))
    assert parse_handle("one+two") == parse_handle("two-one")
    mixed = parse_handle("one+b@m.social+name.bsky.social")
    assert mixed == Handle("b@m.social+name.bsky.social+one", "joint", ("b@m.social", "name.bsky.social", "one"))
    assert parse_handle(mixed.text) == mixed


_NEAR_MISSES = st.text(string.ascii_letters + string.digits + "_.-+@@.. /\\\n\u212aßİａ\u200b", max_size=40)
_LABELS = st.from_regex(re.compile(r"[a-zA-Z0-9-]{1,8}", re.ASCII), fullmatch=True)
_DOTTED = st.lists(_LABELS, min_size=1, max_size=4).map(".".join)


@STEADY
@given(st.one_of(st.text(), _NEAR_MISSES, _DOTTED, st.tuples(_LABELS, _DOTTED).map("@".join)))
@example("@Some_One")
@example("Some.One@Instance.Social\n")
@example("\u2028name")
def test_whatever_is_accepted_is_lower_case_ascii_and_parses_to_itself(text: str) -> None:
    try:
        handle = parse_handle(text)
    except InvalidHandle:
        return
    if handle.members:
        assert handle.network == "joint"
        assert 1 < len(handle.members) <= 3
        assert parse_handle(handle.text) == handle
        assert not any(parse_handle(member).members for member in handle.members)
        return
    assert handle.text.isascii()
    assert handle.text == handle.text.lower()
    assert set(handle.text) <= set(string.ascii_lowercase + string.digits + "_.-@")
    assert not handle.text.startswith(("@", ".", "-"))
    assert ".." not in handle.text
    assert 1 <= len(handle.text) <= 300
    assert handle.network == ("mastodon" if "@" in handle.text else "bluesky" if "." in handle.text else "x")
    assert handle.text == text.strip().removeprefix("@").lower()
    assert parse_handle(handle.text) == handle
    assert parse_handle(f" @{handle.text.upper()} ") == handle


@STEADY
@given(st.from_regex(re.compile(r"[A-Za-z0-9_]{1,15}", re.ASCII), fullmatch=True))
def test_every_x_handle_is_accepted(text: str) -> None:
    assert parse_handle(text) == Handle(text.lower(), "x")

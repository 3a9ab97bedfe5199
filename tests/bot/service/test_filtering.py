"""What is neither taken as a beginning nor answered, through the tricks that hide it; and what must not be caught."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.app import open_service
from bot.service import filtering
from bot.service.filtering import content_filter, read_words
from bot.service.service import Service
from bot.service.turns import Asker
from data.errors import InvalidSettings, RefusedContent
from data.models.bases import Base
from data.settings import Settings, load_settings
from data.sources.reading import read_tweets
from data.texts.english import explain
from tests.conftest import SAMPLE, SHARED_TWEETS, MakeVoice, alter

SLUR = "faggot"
SPELT = [
    "faggot", "FAGGOT", "Faggots", "f4gg0t", "f@ggot", "f a g g o t", "f.a.g.g.o.t", "f-a-g-g-o-t", "f_a_g_g_o_t",
    "faaaggot", "fаggot", "fag\u200bgot", "fag\u2060got", "fag\u00adgot", "ｆａｇｇｏｔ", "𝐟𝐚𝐠𝐠𝐨𝐭", "𝓯𝓪𝓰𝓰𝓸𝓽", "fа̀ggot",
    "ⓕⓐⓖⓖⓞⓣ", "fag\u202egot", "f\u0301aggot", "fag\U000e0067got", "faggоt", "ꜰaggot",
]  # fmt: skip
PERSONAL = [
    "write to vendo@floor3.example", "call +44 20 7946 0958", "call 212-555-0142", "my card 4111 1111 1111 1111",
    "call ２１２-５５５-０１４２", "call 212\u200b-555\u200b-0142", "I live at 12 Elm Street",
    "at 1600 Pennsylvania Avenue NW",
    "komm in die Hauptstraße 12", "9 rue de la Paix", "token ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "password: hunter2!x", "DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "my ssn 123-45-6789",
    "4111.1111.1111.1111", "4111_1111_1111_1111", "john @ example . com", "john at example dot com",
    "john at gmail com", "john(at)example(dot)de", "my ssn 078.05.1120", "de89 3704 0044 0532 0130 00",
    "john(at)example.com", "john [at] example.com", "via Roma 10", "Hauptstr. 5, 10115 Berlin", "123 main st",
]  # fmt: skip
INVITATIONS = [
    "discord.gg/abc", "DISCORD.GG/abc", "discord . gg / abc", "https://discord.com/invite/abc", "ｄiscord．gg/abc",
    "join t.me/abc", "t . me / abc", "chat.whatsapp.com/AbC", "wa.me/123", "tg://join?invite=x", "dis\u200bcord.gg/abc",
    "discordapp.com/invite/x", "telegram.dog/abc", "name55.t.me", "ptb.discord.com/invite/x",
    "canary.discord.com/invite/x", "discord.com\\invite\\x", "discord.gg\\x", "discord.gg%2Fx", "discord.gg⁄x",
    "discord.gg/ abc", "discord. gg/x", "discord.gg:443/abc", "discord.gg./abc", "discord%2Egg/abc", "dіscord.gg/abc",
    "t.mе/abc", "dıscord.gg/x", "disc0rd.gg/abc", "discord.io/x", "discord.li/x", "discord.new/x",
    "discord.gift/x", "invite.gg/x", "signal.group/#x",
    "matrix.to/#/x", "vk.me/x", "join.skype.com/x", "discord。gg/x", "discord(dot)gg/x", "discord [.] gg / x",
]  # fmt: skip
FINE = [
    "My dream is", "", "the class assumed an analysis", "Scunthorpe and Penistone", "we scored 3-2 in 1998",
    "Japão é longe",
    "snigger", "raccoon", "a spice rack", "cocoon", "it costs $4.99 at 5 p.m.", "what a terrible way", "see you at 7",
    "12 ways to drive a car", "the court of 12 kings", "a.b.c", "i.e. e.g. etc.", "🌙" * 20, "夢を見る", "شكرا",
    "2026-11-25 12:30", "version 1.2.3", "gate F49", "600k people", "see t.co/on",
    "thanks @somebody . Um abraço", "meet me at the dot com boom", "order DE12 3456 of 7", "no. 5, Rome 10",
    "ジャパン", "チョンマゲ", "100,000,000 people", "he said it was 5 miles down the road",
]  # fmt: skip


@pytest.mark.parametrize("text", SPELT)
def test_a_slur_is_seen_however_it_is_spelt(text: str) -> None:
    assert content_filter("standard")(f"you {text} there") == "slur"
    assert content_filter("off")(f"you {text} there") is None


@pytest.mark.parametrize("text", PERSONAL)
def test_personal_data_is_refused(text: str) -> None:
    assert content_filter("standard")(text) == "personal data"


@pytest.mark.parametrize("text", INVITATIONS)
def test_invitations_are_refused(text: str) -> None:
    assert content_filter("standard")(text) == "invitation"


@pytest.mark.parametrize("text", FINE)
def test_what_is_fine_passes_in_both_levels(text: str) -> None:
    assert content_filter("standard")(text) is None
    assert content_filter("strict")(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [("what the fuck", "swearing"), ("f u c k", "swearing"), ("see example.com", "link"), ("https://a.b", "link")],
)
def test_strict_also_refuses_swearing_and_links(text: str, reason: str) -> None:
    assert content_filter("standard")(text) is None
    assert content_filter("strict")(text) == reason


LOOK_ALIKES = {
    "cyrillic": dict(zip("aeopcxyikmthbsjd", "аеорсхуікмтнвѕјԁ", strict=True)),
    "digits": dict(zip("aeiostg", "4310576", strict=True)),
    "small capitals": dict(zip("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", strict=True)),
    "lisu": dict(zip("abcdefghijklmnoprstuvwxyz", "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", strict=True)),
    "upside down": dict(zip("abcdefghijklmnopqrstuvwxyz", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz", strict=True)),
}
BETWEEN = {
    "a variation selector": "\ufe0e", "another": "\ufe0f", "stars": "*", "underscores": "_", "Braille blanks": "\u2800",
    "a Mongolian selector": "\u180b", "a musical mark": "\U0001d173", "middle dots": "·", "tildes": "~", "quotes": "'",
    "plus": "+", "equals": "=", "carets": "^", "commas": ", ", "emoji": "🌙", "joiners": "\u200d",
    "grapheme joiners": "\u034f", "Arabic marks": "\u061c", "tags": "\U000e0067", "fillers": "\u3164",
    "soft hyphens": "\u00ad", "spaces": " ", "dots": ".", "hyphens": "-",
}  # fmt: skip
ALPHABETS = {
    "negative squares": 0x1F170, "flags": 0x1F1E6, "fullwidth": 0xFF41, "bold": 0x1D41A, "circles": 0x24D0,
    "negative circles": 0x1F150,
}  # fmt: skip


def disguised(word: str) -> dict[str, str]:
    """A word as people write it to get past a filter."""
    swapped = {name: "".join(table.get(c, c) for c in word) for name, table in LOOK_ALIKES.items()}
    first = next((c for c in word if c in LOOK_ALIKES["cyrillic"]), "")
    return {
        "capitals": word.upper(),
        "underscored": f"_{word}_",
        "a hashtag": f"#{word}s",
        "a number behind": f"{word}88",
        "a number before": f"9{word}",
        "a script g": word.replace("g", "ɡ"),
        "6 for g": word.replace("g", "6"),
        "one Cyrillic letter": word.replace(first, LOOK_ALIKES["cyrillic"].get(first, ""), 1) if first else word,
        "@ and $": word.replace("a", "@").replace("s", "$"),
        "long": "".join(c * 3 for c in word),
        "accents": "".join(f"{c}\u0301" for c in word),
        "piled accents": "".join(f"{c}\u0301\u0323\u0335" for c in word),
        "backwards": word[::-1],
        "an accented end": f"{word}é",
        **swapped,
        "upside down": swapped["upside down"][::-1],
        **{name: sign.join(word) for name, sign in BETWEEN.items()},
        **{name: "".join(chr(first + ord(c) - 97) for c in word) for name, first in ALPHABETS.items()},
    }


def test_nearly_all_disguises_of_all_words_are_seen_and_hardly_a_real_tweet_is_taken_for_one() -> None:
    """59 words, 49 disguises; backwards and with an accented letter behind, a word is a part of another one."""
    words = read_words(Path(filtering.__file__).with_name("slurs.txt"))
    words = [word for word in words if word.isascii() and " " not in word]
    refuses = content_filter("standard")
    unseen = [
        (name, text) for word in words for name, text in disguised(word).items() if not refuses(f"you {text} there")
    ]
    assert len(words) == 59
    assert len(disguised("x")) >= 40
    assert len(unseen) <= 0.05 * 59 * len(disguised("x")), unseen
    assert {name for name, _ in unseen} <= {"backwards", "an accented end", "digits", "small capitals"}


def test_real_tweets_are_hardly_ever_refused() -> None:
    if not SHARED_TWEETS.exists():
        pytest.skip("no real tweets to measure on lie beside the project")
    refuses = content_filter("standard")
    texts = [json.loads(line)["text"] for file in SHARED_TWEETS.glob("*.jsonl") for line in file.open()]
    refused = sum(refuses(text) is not None for text in texts)
    assert len(texts) > 15_000
    assert refused <= 0.005 * len(texts)


@pytest.mark.parametrize(
    "piece", ["a", "n.", "1", "f*", "n i g ", "john@ . ", "1600 Elm ", "AB12 ", "t.me ", "4 1 ", "via Roma ", "é"]
)
def test_the_time_it_takes_grows_with_the_length_alone(piece: str) -> None:
    """Quadratic, 50,000 characters would take a hundred times as long as 5,000: minutes."""
    refuses = content_filter("strict")

    def cost(length: int) -> float:
        text, began = piece * (length // len(piece)), time.process_time()
        refuses(text)
        return time.process_time() - began

    assert cost(50_000) < 40 * max(0.02, cost(5_000))


def test_an_operator_can_add_words(tmp_path: Path, settings: Settings, base: Base) -> None:
    own = tmp_path / "own.txt"
    own.write_text("# of this server\nzucchini bread\nmoonbeam\n")
    refuses = content_filter("standard", read_words(own))
    assert refuses("such a M00nbeam!") == "the operator's list"
    assert refuses("Zucchini  bread?") == "the operator's list"
    assert refuses("moonbeams and zucchini") == "the operator's list"
    assert refuses("zucchini") is None
    own.write_bytes("\ufeff# with a mark\n88\n🍆\n死\n\u200b\n".encode())
    refuses = content_filter("standard", read_words(own))
    for text in ("since '88", "88", "a 🍆 please", "死ね"):
        assert refuses(text) == "the operator's list", text
    for text in ("1988", "with a mark", "885", ""):
        assert refuses(text) is None, text
    own.write_bytes(b"caf\xe9")
    with pytest.raises(InvalidSettings, match="UTF-8"):
        load_settings(filter_words=own)
    own.write_text("moonbeam\n")
    assert load_settings(filter_words=own).filter_words == own
    with pytest.raises(InvalidSettings, match=r"FILTER_WORDS: .*must name a file"):
        load_settings(filter_words=tmp_path / "gone.txt")


def test_an_ordinary_account_is_hardly_touched() -> None:
    refuses = content_filter("standard")
    texts = [tweet.text for tweet in read_tweets(SAMPLE).tweets]
    assert [text for text in texts if refuses(text)] == []


@pytest.fixture
async def service(settings: Settings, base: Base) -> AsyncIterator[Service]:
    async with open_service(settings, base) as opened:
        yield opened


ME = Asker("t", "me", exempt=True)


async def test_a_beginning_is_refused_counted_and_costs_nothing(
    service: Service, db: Database, make_voice: MakeVoice
) -> None:
    make_voice()
    with pytest.raises(RefusedContent) as caught:
        await service.answers.tweetlike("sample", f"my {SLUR}", asker=ME)
    assert explain(caught.value) == "I don't write that (slur). Try another beginning."
    assert SLUR not in explain(caught.value)
    assert service.metrics.registry.get_sample_value("tweetlike_prompts_refused_total", {"reason": "slur"}) == 1
    assert db.execute("SELECT count(*) FROM generations").fetchone() == (0,)


async def test_a_draft_that_is_refused_is_drawn_again_and_counted(service: Service, make_voice: MakeVoice) -> None:
    make_voice()
    before = await service.answers.tweetlike("sample", "hum", asker=ME)
    unwanted = before.texts[0]
    alter(service, refuses=lambda text: "link" if text == unwanted else None)
    from bot.service.options import AnswerOptions

    again = await service.answers.tweetlike("sample", "hum", AnswerOptions(seed=before.seed), asker=ME)
    assert unwanted not in again.texts
    assert len(again.texts) == 5
    assert set(before.texts[1:]) < set(again.texts)
    assert service.metrics.registry.get_sample_value("tweetlike_drafts_refused_total", {"reason": "link"}) == 1


async def test_a_voice_that_only_says_what_is_refused_ends_in_a_polite_sentence(
    service: Service, make_voice: MakeVoice
) -> None:
    make_voice()
    alter(service, refuses=lambda text: "slur" if text != "hum" else None)
    with pytest.raises(RefusedContent):
        await service.answers.tweetlike("sample", "hum", asker=ME)
    count = service.metrics.registry.get_sample_value(
        "tweetlike_requests_total", {"platform": "t", "outcome": "RefusedContent"}
    )
    assert count == 1

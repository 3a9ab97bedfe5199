"""What is neither taken as a beginning nor answered, through the tricks that hide it; and what must not be caught."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlite_utils import Database

from bot.app import open_service
from bot.service.filtering import content_filter
from bot.service.service import Service
from bot.service.turns import Asker
from data.errors import RefusedContent
from data.models.bases import Base
from data.settings import Settings
from data.sources.reading import read_tweets
from data.texts.english import explain
from tests.conftest import SAMPLE, MakeVoice, alter

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
    "password: hunter2!x",
]  # fmt: skip
INVITATIONS = [
    "discord.gg/abc", "DISCORD.GG/abc", "discord . gg / abc", "https://discord.com/invite/abc", "ｄiscord．gg/abc",
    "join t.me/abc", "t . me / abc", "chat.whatsapp.com/AbC", "wa.me/123", "tg://join?invite=x", "dis\u200bcord.gg/abc",
    "discordapp.com/invite/x",
]  # fmt: skip
FINE = [
    "My dream is", "", "the class assumed an analysis", "Scunthorpe and Penistone", "we scored 3-2 in 1998",
    "Japão é longe",
    "snigger", "raccoon", "a spice rack", "cocoon", "it costs $4.99 at 5 p.m.", "what a terrible way", "see you at 7",
    "12 ways to drive a car", "the court of 12 kings", "a.b.c", "i.e. e.g. etc.", "🌙" * 20, "夢を見る", "شكرا",
    "2026-11-25 12:30", "version 1.2.3", "100,000,000 people", "he said it was 5 miles down the road",
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

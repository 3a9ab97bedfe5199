"""Pictures of tweets in every script, light and dark, beside pictures that were looked at; and a version's habits."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat
from sqlite_utils import Database

from bot.app import open_service
from bot.service.turns import Asker
from data import fonts
from data import tweet_images as pictures
from data.accounts.avatars import SIZE, avatar_of, store_avatar
from data.accounts.store import ensure_account
from data.errors import UnreadableSource
from data.maintenance.deletion import forget_account
from data.models.bases import Base
from data.settings import Settings
from data.tweet_images import WIDTH, initials, tweet_picture
from tests.conftest import MakeVoice
from training.publishing.plots import CurvePoint, draw_curve, draw_habits

GOLDEN = Path(__file__).parent / "golden"
TEXTS = {
    "latin": "exact change is a moral position, i believe",
    "cyrillic": "Ждать сдачу — это тоже работа",
    "japanese": "夢は、夜の三時に月を売る自動販売機になること。コインを入れて、光を買ってください。",
    "arabic": "حلمي أن أكون آلة بيع تعطي القمر للجميع hello 3 في الثالثة صباحاً",
    "emoji": "hum 🌙✨ at 3️⃣ o'clock 👩‍🚀 🇺🇦 ❤️",
}
ANOTHER_LETTER = 20.0
AT = 1_764_000_000.0


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def halved(png: bytes) -> Image.Image:
    picture = opened(png)
    return picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)


def worst_spot(one: Image.Image, other: Image.Image) -> float:
    """The largest mean difference of a spot of about the size of a letter, from 0 to 255."""
    difference = ImageChops.difference(one, other)
    spots = difference.resize((difference.width // 16, difference.height // 16), Image.Resampling.BOX)
    return max(float(high) for _, high in spots.getextrema())  # type: ignore[misc]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("script", TEXTS)
def test_a_card_looks_as_it_did_when_it_was_looked_at(script: str, dark: bool) -> None:
    """To renew them after a look at the new ones: delete the files and run this once."""
    small = halved(tweet_picture("vendo_floor3", "Vendo Floor 3", [TEXTS[script]], dark=dark, at=AT))
    path = GOLDEN / f"{script}-{'dark' if dark else 'light'}.png"
    if not path.exists():
        GOLDEN.mkdir(exist_ok=True)
        small.save(path, optimize=True)
        pytest.fail(f"{path.name} was missing and is drawn now: look at it")
    golden = Image.open(path).convert("RGB")
    assert golden.size == small.size
    assert max(ImageStat.Stat(ImageChops.difference(golden, small)).mean) < 1.0
    assert worst_spot(golden, small) < ANOTHER_LETTER


def test_another_text_is_another_picture() -> None:
    """The tolerance above does not hide a wrong letter."""
    same, other = (halved(tweet_picture("a", "A", [text])) for text in ("the hum is warm", "the hum is worm"))
    assert worst_spot(same, other) > 1.5 * ANOTHER_LETTER


def test_arabic_is_joined_and_runs_from_the_right() -> None:
    joined = pictures._run_width("حلمي", fonts.font_for("ح"), 40, False)
    letters = sum(pictures._run_width(letter, fonts.font_for(letter), 40, False) for letter in "حلمي")
    assert joined < 0.9 * letters, "joined letters are narrower than single ones"
    runs = [run.text for run in pictures._runs("mixed حلمي 🌙 جدا end")]
    assert runs == ["mixed ", "جدا", " ", "🌙", "حلمي ", " end"]
    picture = opened(tweet_picture("a", "A", ["حلمي"]))
    left, right = picture.crop((200, 110, 600, 170)), picture.crop((WIDTH - 300, 110, WIDTH, 170))
    assert left.getcolors(10_000) == [(400 * 60, (255, 255, 255))]
    assert len(right.getcolors(10_000) or []) > 5


def test_each_script_has_a_font_and_an_emoji_a_picture() -> None:
    for text in TEXTS.values():
        for run in pictures._runs(text):
            if run.font is None:
                assert pictures._emoji_file(run.text)
            else:
                assert all(fonts.has(run.font, character) for character in run.text)
    assert [run.text for run in pictures._runs("👩‍🚀🇺🇦3️⃣❤️")] == ["👩‍🚀", "🇺🇦", "3️⃣", "❤️"]


SCRIPTS = {
    "Greek": "τὸ φῶς", "Hebrew": "החלום שלי", "Armenian": "լույս", "Georgian": "სინათლე", "Korean": "달을 팔아요",
    "Chinese": "卖月亮的机器", "Devanagari": "मेरा सपना", "Bengali": "আমার স্বপ্ন", "Tamil": "என் கனவு", "Telugu": "నా కల",
    "Thai": "ฝันของฉันคือ", "Lao": "ຄວາມຝັນ", "Khmer": "ក្តីសុបិន", "Burmese": "ငါ့အိပ်မက်", "Ethiopic": "ህልሜ",
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_scripts_that_are_claimed_are_drawn_without_boxes(script: str) -> None:
    """Thai, Tamil, Khmer, Burmese and Amharic were boxes, though any script was promised."""
    for run in pictures._runs(SCRIPTS[script]):
        assert run.font
        assert fonts.has(run.font, run.text)
        assert run.font in fonts._packaged(), "without a font of this machine"


def drawn_lines(monkeypatch: pytest.MonkeyPatch, *arguments: Any, **options: Any) -> tuple[list[str], Image.Image]:
    """What stands in a picture, line by line, after each was seen to end within it."""
    lines, draw = [], pictures._draw_line

    def noted(image: Image.Image, text: str, left: float, *rest: Any, **more: Any) -> float:
        end = draw(image, text, left, *rest, **more)
        if image.width == WIDTH:
            lines.append(text)
            assert end <= WIDTH
        return end

    monkeypatch.setattr(pictures, "_draw_line", noted)
    return lines, opened(tweet_picture(*arguments, **options))


@pytest.mark.parametrize(
    "handle",
    ["vendo", "machine_floor_3 × coffee_grinder_9, 50 : 50", "somebody.with.a.long.name@a.long.server.example"],
)
def test_the_label_that_protects_people_is_never_cut(monkeypatch: pytest.MonkeyPatch, handle: str) -> None:
    lines, _ = drawn_lines(monkeypatch, handle, handle, ["hum"], at=AT)
    assert f"AI parody — not @{handle}'s words · 2025-11-24" in " ".join(lines)


def test_a_name_that_is_cut_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    lines, _ = drawn_lines(monkeypatch, "vendo", "The Vending Machine of the Third Floor of the Old Building", ["hum"])
    assert lines[0].startswith("The Vending Machine")
    assert lines[0].endswith("…")


def test_ten_long_tweets_in_one_picture_are_within_what_telegram_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten cards of 280 Japanese characters were 1,120 × 9,430 pixels: refused."""
    picture = opened(tweet_picture("vendo", "Vendo", ["夢" * 280] * 10))
    assert picture.width + picture.height <= 10_000


def test_lines_fit_and_nothing_is_lost() -> None:
    for text in (*TEXTS.values(), "x" * 300, "word " * 60, "🌙" * 50):
        lines = pictures._wrap(text, 40, 600)
        assert all(pictures._width(line, 40) <= 600 + 40 for line in lines), "one mark may hang over"
        assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[0] in "、。" for line in pictures._wrap("夢、" * 40, 40, 600))


def test_initials_are_those_of_the_first_and_the_last_word() -> None:
    names = ["Vendo Floor 3", "vendo_floor3", "夢", "نجمة القمر", "🌙", "Éa"]
    assert [initials(name) for name in names] == ["V3", "VF", "夢", "نا", "", "É"]


def test_a_stored_picture_stands_in_the_disc(tmp_path: Path) -> None:
    Image.new("RGB", (30, 30), "#ff0000").save(tmp_path / "me.png")
    picture = opened(tweet_picture("a", "A", ["hum"], avatar=(tmp_path / "me.png").read_bytes()))
    assert picture.getpixel((96, 96)) == (255, 0, 0)


@given(st.lists(st.text(max_size=80), max_size=5), st.text(max_size=40), st.booleans())
@examples(max_examples=40, deadline=None)
def test_any_text_becomes_a_picture(texts: list[str], name: str, dark: bool) -> None:
    picture = opened(tweet_picture("sample", name, texts, dark=dark))
    assert picture.width == WIDTH
    assert picture.height < 5 * 1800


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "🌙" * 10_000, "word " * 4000, "\u0301" * 5000, "ا" * 5000, "@everyone"]
)
def test_what_is_too_long_ends(text: str) -> None:
    assert opened(tweet_picture("sample", text, [text])).height < 2000


def test_a_training_is_drawn_however_little_is_known(tmp_path: Path) -> None:
    points = [CurvePoint(n / 10, 4.0 - n / 10, 4.2 - n / 20 if n > 4 else None) for n in range(10)]
    sizes = []
    for some in ([], points[:1], points):
        draw_curve(tmp_path / "t.png", "sample", some)
        sizes.append((tmp_path / "t.png").stat().st_size)
    assert sizes == sorted(sizes)


def test_habits_are_drawn_of_little_and_of_nothing(tmp_path: Path) -> None:
    for voice in ([], ["hum"]):
        draw_habits(tmp_path / "h.png", "sample", ["hum", "hum again!"], voice, [])
        assert (tmp_path / "h.png").stat().st_size > 1000


async def test_a_stored_picture_is_on_the_cards_is_forgotten_and_nothing_else_is_taken_for_one(
    db: Database, settings: Settings, base: Base, make_voice: MakeVoice, tmp_path: Path
) -> None:
    account, _ = make_voice()
    Image.new("RGB", (900, 600), (250, 10, 20)).save(tmp_path / "me.jpg")
    store_avatar(db, account.id, tmp_path / "me.jpg")
    stored = avatar_of(db, account.id)
    assert stored is not None
    assert opened(stored).size == (SIZE, SIZE)
    async with open_service(settings, base) as service:
        answer = await service.answers.tweetlike("sample", "hum", asker=Asker("t", "me"))
        assert answer.generation_id is not None
        drawn = opened((await service.answers.picture(answer.generation_id, Asker("t", "me"))).png)
    disc = drawn.getpixel((pictures.MARGIN + pictures.DISC // 2, pictures.MARGIN + pictures.DISC // 2))
    assert isinstance(disc, tuple)
    assert disc[0] > 230
    assert max(disc[1:]) < 40
    (tmp_path / "bomb.png").write_bytes(bomb())
    (tmp_path / "text.png").write_text("not a picture")
    (tmp_path / "vector.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    for name in ("bomb.png", "text.png", "vector.svg", "missing.png"):
        with pytest.raises(UnreadableSource):
            store_avatar(db, account.id, tmp_path / name)
    assert avatar_of(db, account.id) == stored
    forget_account(db, settings, account, refuse=False, now=1.0)
    assert db.execute("SELECT count(*) FROM avatars").fetchone() == (0,)


def bomb() -> bytes:
    """A PNG of few bytes that claims 30,000 by 30,000 pixels."""
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    data = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_picture_of_very_many_pixels_is_refused_before_they_are_looked_at(db: Database, tmp_path: Path) -> None:
    """A file of 350 KB took a gigabyte."""
    account = ensure_account(db, "sample", now=1.0)
    Image.new("L", (6_000, 6_000)).save(tmp_path / "large.png", optimize=True)
    with pytest.raises(UnreadableSource, match="million pixels"):
        store_avatar(db, account.id, tmp_path / "large.png")

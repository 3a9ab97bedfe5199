"""Files as other programs and people write them: whose words, which texts, when, and what is left out."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

import data.errors
from data.sources.importing import import_path, whose
from data.sources.reading import FORMS, read_tweets
from tests.conftest import ROOT

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/cases/import.json").read_text())


def named(case: dict[str, Any]) -> str:
    return f"{case['kind']}: {case['name']}"


def written(case: dict[str, Any], place: Path) -> Path:
    """The file of a case: a ZIP of its members, or its content."""
    if "members" in case:
        path = place / "t.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in case["members"].items():
                archive.writestr(name, content)
        return path
    path = place / case.get("file", "t.csv" if case["kind"] == "CSV" else "t.json")
    if "encoded" in case:
        content, encoding = case["encoded"]
        path.write_bytes(content.encode(encoding))
    else:
        path.write_bytes(case["content"].encode())
    return path


@pytest.mark.parametrize("case", CASES, ids=named)
def test_each_form_is_read_as_it_was_meant(case: dict[str, Any], tmp_path: Path) -> None:
    path = written(case, tmp_path)
    if refused := case.get("refused"):
        with pytest.raises(getattr(data.errors, refused)) as caught:
            whose(path, read_tweets(path), case["handle"])
        assert case.get("place", "") in getattr(caught.value, "place", "")
        assert case.get("says", "") in getattr(caught.value, "reason", "")
        return
    found = whose(path, read_tweets(path), case["handle"])
    assert [tweet.text for tweet in found.tweets] == case["texts"]
    assert found.handle == case.get("author", case["handle"])
    if "times" in case:
        assert [tweet.created_at for tweet in found.tweets] == case["times"]
    if "retweets" in case:
        assert sum(tweet.is_retweet for tweet in found.tweets) == case["retweets"]
    if "replies" in case:
        assert sum(tweet.in_reply_to is not None for tweet in found.tweets) == case["replies"]
    assert dict(found.left_out) == case.get("left_out", {})
    assert case.get("remark", "") in " ".join(found.remarks)


@pytest.mark.parametrize("case", [case for case in CASES if "content" in case and "refused" not in case], ids=named)
@pytest.mark.parametrize("packed", ["zip", "tar.gz", "folder"])
def test_what_is_read_alone_is_read_in_a_container(case: dict[str, Any], packed: str, tmp_path: Path) -> None:
    alone = written(case, tmp_path)
    if alone.suffix == ".txt" and "<|startoftext|>" not in case["content"]:
        pytest.skip("a plain text beside others may be anything")
    if packed == "zip":
        path = tmp_path / "p.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(alone, f"some/{alone.name}")
    elif packed == "tar.gz":
        path = tmp_path / "p.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            archive.add(alone, f"some/{alone.name}")
    else:
        path = tmp_path / "folder"
        path.mkdir()
        alone.rename(path / alone.name)
    expected = case["texts"]
    assert [tweet.text for tweet in read_tweets(path).tweets if tweet.author in (None, *_of(case))] == expected


def _of(case: dict[str, Any]) -> tuple[str, ...]:
    return tuple(each for each in (case.get("author"), case["handle"]) if each)


def test_a_renamed_account_is_one_account(db: Database, tmp_path: Path) -> None:
    """Two archives with one number and two names made two accounts."""
    archives = []
    for name, numbers in (("old_name", (1, 2)), ("new_name", (1, 2, 3))):
        tweets = [{"tweet": {"id_str": str(n), "full_text": f"number {n} hums to the moon"}} for n in numbers]
        account = [{"account": {"username": name, "accountId": "42", "accountDisplayName": "Vendo"}}]
        path = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("data/tweets.js", f"window.YTD.tweets.part0 = {json.dumps(tweets)}")
            archive.writestr("data/account.js", f"window.YTD.account.part0 = {json.dumps(account)}")
        archives.append(path)
    import_path(db, archives[0], now=1.0)
    again = import_path(db, archives[1], now=2.0)
    assert (again.account.handle, again.new) == ("old_name", 1)
    assert again.remarks == ("@new_name is the new name of @old_name; the tweets are added there.",)
    assert import_path(db, archives[1], "new_name", now=3.0).account.handle == "old_name"


def test_a_folder_of_everything_is_refused_and_a_link_in_one_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`import /usr` ran silently for ever, and a link in a drop folder led out of it."""
    (tmp_path / "drop").mkdir()
    (tmp_path / "secret.csv").write_text("text\nsomebody else's words\n")
    (tmp_path / "drop" / "link.csv").symlink_to(tmp_path / "secret.csv")
    (tmp_path / "drop" / "own.csv").write_text("text\nmy own words about the lid\n")
    assert [tweet.text for tweet in read_tweets(tmp_path / "drop").tweets] == ["my own words about the lid"]
    monkeypatch.setattr("data.sources.files.container.MAX_FILES", 1)
    with pytest.raises(data.errors.UnreadableSource) as caught:
        read_tweets(tmp_path)
    assert "Name the folder of the archive itself" in caught.value.reason


def test_an_archive_that_lists_one_member_many_times_is_refused(tmp_path: Path) -> None:
    """A small one became six million tweets, two gigabytes and minutes."""
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "text\nmy own words about the lid\n")
        twin = archive.getinfo("a.csv")
        for number in range(50):
            again = zipfile.ZipInfo(f"{number}.csv")
            for fact in ("header_offset", "CRC", "compress_size", "file_size", "compress_type", "external_attr"):
                setattr(again, fact, getattr(twin, fact))
            archive.filelist.append(again)
    with pytest.raises(data.errors.UnreadableSource) as caught:
        read_tweets(path)
    assert "several times" in caught.value.reason


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", ["zip", "zip, two separators", "tar", "tar, a link"])
def test_an_archive_with_two_files_of_one_name_says_so(kind: str, tmp_path: Path) -> None:
    """Whichever was taken, it may be the wrong one."""
    contents = [b'{"id": "1", "text": "a hum"}', b'{"id": "2", "text": "a clunk"}']
    if kind.startswith("zip"):
        path, names = tmp_path / "x.zip", ["d/tweets.jsonl", "d/tweets.jsonl" if kind == "zip" else "d\\tweets.jsonl"]
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in zip(names, contents, strict=True):
                archive.writestr(name, content)
    else:
        path = tmp_path / "x.tar.gz"
        with tarfile.open(path, "w:gz") as packed:
            for content in contents:
                member = tarfile.TarInfo("tweets.jsonl")
                member.size = len(content)
                if kind != "tar" and content is contents[1]:
                    member.name, member.type, member.linkname, member.size = "x.csv", tarfile.SYMTYPE, "/etc/passwd", 0
                packed.addfile(member, io.BytesIO(content) if member.size else None)
    with pytest.raises(data.errors.UnreadableSource, match=r"several times|is a link"):
        read_tweets(path)


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    """Found by a fuzzer: the standard library looks at the last letter of a name."""
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "text\nmy own words about the lid\n")
        archive.writestr(zipfile.ZipInfo(""), "of no name")
    assert [tweet.text for tweet in read_tweets(path).tweets] == ["my own words about the lid"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.json", b'[{"content": "<p>a</p>", "reblog": null, "account": {"acct": "a", "url": "http://[x"}}]'),
        ("t.json", b'[{"content": "<p>a</p>", "reblog": {"account": 5}}]'),
        ("t.json", b'{"orderedItems": [{"type": "Create", "actor": "http://[x", "object": {"to": ["Public"]}}]}'),
        ("t.json.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\x02\xff"),
        ("t.tar.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\x02\xff"),
        ("t.txt", b"exact cha\rition, i believe\r"),
        ("t.car", b""),
        ("t.jsonl", b'{"text": "a", "created_at": "2022 12:00:00:nan.5.5"}'),
        ("t.jsonl", b'{"text": "a", "created_at": "Sun Mar 06 12:00:00 +7000 2022"}'),
    ],
)
def test_what_a_fuzzer_found_is_read_or_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with suppress(data.errors.UnreadableSource):
        assert read_tweets(path).format


def test_a_repository_of_bluesky_is_read(tmp_path: Path) -> None:
    """Made by hand: a root, one node of the tree with two posts and a like."""
    import hashlib

    def cbor(value: Any) -> bytes:
        def head(kind: int, number: int) -> bytes:
            return bytes([kind << 5 | number]) if number < 24 else bytes([kind << 5 | 24, number])

        if value is None:
            return b"\xf6"
        if isinstance(value, Link):
            return b"\xd8\x2a" + head(2, len(value.cid) + 1) + b"\0" + value.cid
        if isinstance(value, int):
            return head(0, value)
        if isinstance(value, bytes):
            return head(2, len(value)) + value
        if isinstance(value, str):
            return head(3, len(value.encode())) + value.encode()
        if isinstance(value, list):
            return head(4, len(value)) + b"".join(map(cbor, value))
        pairs = sorted(value.items(), key=lambda pair: (len(pair[0]), pair[0]))
        return head(5, len(pairs)) + b"".join(cbor(key) + cbor(each) for key, each in pairs)

    class Link:
        def __init__(self, content: bytes) -> None:
            self.cid = bytes([1, 0x71, 0x12, 32]) + hashlib.sha256(content).digest()

    def varint(number: int) -> bytes:
        return bytes([number]) if number < 128 else bytes([number & 127 | 128, number >> 7])

    blocks = []

    def block(value: Any) -> Link:
        content = cbor(value)
        blocks.append((Link(content), content))
        return blocks[-1][0]

    post = "app.bsky.feed.post"
    first = block({"$type": post, "text": "exact change is a moral position", "createdAt": "2022-03-06T12:00:00Z"})
    second = block({"$type": post, "text": "the third floor hums at night", "createdAt": "2022-03-07T12:00:00Z"})
    like = block({"$type": "app.bsky.feed.like"})
    entries = [
        {"p": 0, "k": b"app.bsky.feed.like/3k0", "v": like, "t": None},
        {"p": 14, "k": b"post/3k1", "v": first, "t": None},
        {"p": 21, "k": b"2", "v": second, "t": None},
    ]
    root = block({"did": "did:plc:x", "version": 3, "data": block({"l": None, "e": entries})})
    header = cbor({"roots": [root], "version": 1})
    file = io.BytesIO()
    file.write(varint(len(header)) + header)
    for link, content in blocks:
        file.write(varint(len(link.cid) + len(content)) + link.cid + content)
    path = tmp_path / "repo.car"
    path.write_bytes(file.getvalue())
    found = read_tweets(path)
    assert [(tweet.id, tweet.text) for tweet in found.tweets] == [
        ("3k1", "exact change is a moral position"),
        ("3k2", "the third floor hums at night"),
    ]
    path.write_bytes(file.getvalue()[:100])
    with pytest.raises(data.errors.UnreadableSource):
        read_tweets(path)


def test_the_documents_list_what_can_be_read() -> None:
    shown = (ROOT / "docs/sources.md").read_text()
    for place, form in FORMS:
        assert f"| {place} | {form} |" in shown

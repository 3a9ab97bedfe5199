"""Records of any program as tweets: one table of names, one list of what means no, decided for a file as a whole."""

from __future__ import annotations

import ast
import functools
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.sources.files.parsed import CAN_BE_READ, MAX_ID, Found
from data.sources.files.times import read_times
from data.tweets.store import Tweet

Record = Mapping[str, Any]

NAMES: dict[str, tuple[str, ...]] = {
    # Of several texts the whole one comes first.
    "text": (
        "notetweet.text", "notetweet.notetweetresults.result.text", "extendedtweet.fulltext", "legacy.fulltext",
        "fulltext", "rawcontent", "text", "tweettext", "tweet", "tweets", "tweetcontent", "content", "body", "message",
    ),
    "id": ("idstr", "id", "tweetid", "tweetidstr", "statusid", "restid", "legacy.idstr", "tweetstatusid"),
    "time": (
        "createdat", "datetime", "date", "timestamp", "publishdate", "time", "tweetdate", "createdtime", "created",
        "published", "legacy.createdat", "tweetcreatedat", "createdatutc", "dateutc", "postedat", "datecreated",
    ),
    "author": (
        "user.screenname", "user.username", "author.username", "author.screenname", "author.handle",
        "core.userresults.result.legacy.screenname", "core.userresults.result.core.screenname", "account.acct",
        "author.name", "screenname", "username", "handle", "author", "fromuser", "user", "tweetauthor", "userhandle",
    ),
    "retweet": (
        "isretweet", "retweet", "retweetedstatus", "retweetedstatusid", "retweetedstatusidstr", "retweetedtweet",
        "retweetid", "isrt", "reblog", "retweetedstatusresult", "legacy.retweetedstatusresult", "retweeted",
    ),
    "reply": (
        "inreplytostatusidstr", "inreplytostatusid", "inreplytotweetid", "inreplyto", "inreplytoid",
        "inreplytoscreenname", "inreplytouserid", "inreplytouseridstr", "inreplytouser.username", "replyid",
        "replytosid", "replytosn", "replyto", "legacy.inreplytostatusidstr", "isreply",
    ),
}  # fmt: skip
"""What exporters call things, as `normal` writes it; a dot leads into a nested record. The first that says something
counts."""

NO = frozenset({"", "0", "0.0", "false", "f", "no", "n", "nan", "none", "null", "nil", "na", "n/a", "nat", "undefined",
                "[]", "{}", "-", "<na>"})  # fmt: skip
"""What other programs write for "there is none", in small letters."""

_ROUNDED = re.compile(r"-?\d(?:[.,]\d+)?[eE]\+?\d+")  # a number that a spreadsheet has rounded
_WHOLE = re.compile(r"\d{1,40}\.0+")
_BYTES = re.compile(r"""b(['"]).*\1""", re.DOTALL)
_CUT = re.compile(r"(?:…|\.\.\.)\s*(?:https?://\S+\s*)?$")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")


def is_no(value: object) -> bool:
    """Whether another program's value says that there is nothing."""
    if value is None or value is False:
        return True
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value == 0 or value != value
    if isinstance(value, str):
        return value.strip().lower() in NO
    return not value


@functools.lru_cache(4096)
def normal(name: str) -> str:
    """A field's name as the table has it: "in_reply_to_status_id" and "inReplyToStatusId" are one."""
    return "".join(character for character in name.lower() if character.isalnum())


@dataclass
class _Row:
    id: str
    text: str
    times: tuple[object, ...]
    retweet: bool
    reply: str | None
    author: str | None


def understand(path: Path, records: Iterable[tuple[str, Record]], source: str) -> Found:
    """The tweets of records, each with its place in the file. Raises `UnreadableSource` naming the place."""
    rows: list[_Row] = []
    used: dict[str, Counter[str]] = {field: Counter() for field in NAMES}
    left_out: Counter[str] = Counter()
    older: set[str] = set()  # versions of tweets that were edited
    rounded = 0
    for place, record in records:
        try:
            row, made_up = _row(_Reader(record, used))
        except KeyError as error:
            raise UnreadableSource(path, f"there is no text in it; is this a tweet? {CAN_BE_READ}", place) from error
        except (AttributeError, TypeError, ValueError) as error:
            raise UnreadableSource(path, f"this is not a tweet ({error}).", place) from error
        if row is None:
            left_out["without a text"] += 1
            continue
        rounded += made_up
        rows.append(row)
        older |= _older_versions(record)
    if older:
        kept = [row for row in rows if row.id not in older]
        left_out["older versions of edited tweets"] += len(rows) - len(kept)
        rows = kept
    _mend_line_ends(rows)
    times = read_times([row.times for row in rows], [row.id for row in rows])
    remarks = list(times.remarks)
    if times.lost:
        remarks.append(f"{times.lost} times could not be read; their tweets are ordered by their ids.")
    if rounded:
        remarks.append(f"{rounded} ids were missing or had been rounded; the texts stand for them.")
    tweets = tuple(
        Tweet(row.id, at, row.text, row.retweet, row.reply, source, row.author)
        for row, at in zip(rows, times.at, strict=True)
    )
    authors = {row.author for row in rows}
    handle = authors.pop() if len(authors) == 1 else None
    columns = {field: paths.most_common(1)[0][0] for field, paths in used.items() if paths}
    return Found(tweets, source, handle, columns=columns, left_out=+left_out, remarks=tuple(remarks))


@functools.lru_cache(1024)
def _plan(keys: tuple[str, ...]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Of a record with these keys: their own spelling by the normal one, and the paths that can lead anywhere."""
    names = {normal(key): key for key in keys}
    plan = {field: tuple(path for path in paths if path.partition(".")[0] in names) for field, paths in NAMES.items()}
    if "retweetcount" in names:  # X's API: whether whoever asked has retweeted it
        plan["retweet"] = tuple(path for path in plan["retweet"] if path != "retweeted")
    return names, plan


class _Reader:
    """One record, by the table's names; notes in `used` which of them said something."""

    def __init__(self, record: Record, used: dict[str, Counter[str]]) -> None:
        self._names, self.paths = _plan(tuple(map(str, record)))
        self._record = record
        self._used = used
        self.referenced = {
            str(each.get("type")): each.get("id")
            for each in self.at("referencedtweets") or []
            if isinstance(each, Mapping)
        }

    def at(self, path: str) -> Any:
        """What stands at a path; None where there is nothing."""
        first, _, rest = path.partition(".")
        name = self._names.get(first)
        value: Any = None if name is None else self._record.get(name)
        for part in rest.split(".") if rest else ():
            if not isinstance(value, Mapping):
                return None
            value = next((each for key, each in value.items() if normal(str(key)) == part), None)
        return value

    def first(self, field: str, *, kinds: tuple[type, ...] = (str, int, float)) -> Any:
        """The first value that says something; None where none does."""
        return next(iter(self.each(field, kinds=kinds)), None)

    def each(self, field: str, *, kinds: tuple[type, ...] = (str, int, float)) -> Iterator[Any]:
        """All that say something, in the table's order."""
        for path in self.paths[field]:
            value = self.at(path)
            if isinstance(value, kinds) and not isinstance(value, bool | None) and not is_no(value):
                self._used[field][self._names.get(path, path)] += 1
                yield value

    def has(self, field: str) -> bool:
        """Whether any of the names is there at all."""
        return any("." not in path or self.at(path) is not None for path in self.paths[field])

    def says(self, field: str) -> bool:
        """Whether any of the values means yes."""
        for path in self.paths[field]:
            if not is_no(self.at(path)):
                self._used[field][self._names.get(path, path)] += 1
                return True
        return False


def _row(reader: _Reader) -> tuple[_Row | None, bool]:
    """A row, and whether its id was made up. None for what has no text. Raises KeyError, TypeError, ValueError."""
    if not reader.has("text"):
        raise KeyError("text")
    values = [value for path in reader.paths["text"] if (value := reader.at(path)) is not None]
    if values and not any(isinstance(value, str) for value in values):
        raise TypeError("its text is not text")
    text = _whole_text([value for value in values if isinstance(value, str)])
    next(reader.each("text", kinds=(str,)), None)  # notes which it was
    if not text and not any(isinstance(value, str) for value in values):
        return None, False  # null: a picture alone, in some exports
    times = _times(reader)
    tweet_id = _id(reader)
    made_up = tweet_id is None
    if tweet_id is None:
        tweet_id = hashlib.sha256(f"{times[:1]}\0{text}".encode(errors="replace")).hexdigest()[:20]
    author = reader.first("author", kinds=(str,))
    replied = reader.first("reply", kinds=(str, int, Mapping, list))
    if replied is None and reader.says("reply"):
        replied = "somebody"
    replied = reader.referenced.get("replied_to") or replied
    flag = reader.at("isretweet")
    retweet = text.startswith("RT @") or reader.says("retweet") or "retweeted" in reader.referenced
    return (
        _Row(
            tweet_id,
            text,
            times,
            flag if isinstance(flag, bool) else retweet,
            None if is_no(replied) else str(replied)[:MAX_ID],
            author.strip().removeprefix("@").lower() or None if author else None,
        ),
        made_up,
    )


def _whole_text(texts: list[str]) -> str:
    """The first text, or a longer one that begins as it does, where it was cut."""
    texts = [_decoded(text) for text in texts if text] or texts
    if not texts:
        return ""
    first = texts[0]
    if _CUT.search(first):
        beginning = _CUT.sub("", first).rstrip()[:40]
        return max((text for text in texts if text.startswith(beginning)), key=len, default=first)
    return first


def _decoded(text: str) -> str:
    """Bytes that a program wrote as such, b'caf\\xc3\\xa9', as the text that they are."""
    if text[:2] in ("b'", 'b"') and _BYTES.fullmatch(text):
        try:
            value = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return text
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else text
    return text


def _id(reader: _Reader) -> str | None:
    """None where there is none, or one that was rounded."""
    for path in reader.paths["id"]:
        value = reader.at(path)
        if value is None or value == "":
            continue
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise TypeError("its id is neither a text nor a number")
        if isinstance(value, float):
            if value != value or abs(value) >= 2**53:
                return None
            value = int(value)
        text = str(value).strip()
        if len(text) > MAX_ID:
            raise ValueError(f"its id has over {MAX_ID} characters")
        if _ROUNDED.fullmatch(text):
            return None
        if _WHOLE.fullmatch(text):
            text = text.partition(".")[0]
        if text and text.lower() not in NO - {"0"}:
            reader.first("id")  # notes which it was
            return text
    return None


def _times(reader: _Reader) -> tuple[object, ...]:
    """Up to three candidates; a date and a time of day in two fields are one."""
    found = [value for value in reader.each("time") if not (isinstance(value, str) and _ROUNDED.fullmatch(value))]
    day, clock = reader.at("date"), reader.at("time")
    if isinstance(day, str) and isinstance(clock, str) and _DAY.fullmatch(day) and _CLOCK.fullmatch(clock):
        zone = reader.at("timezone")
        found.append(f"{day} {clock}{zone if isinstance(zone, str) and re.fullmatch('[+-][0-9]{4}', zone) else ''}")
        found = [value for value in found if value not in (day, clock)]
    return tuple(found[:3])


def _older_versions(record: Record) -> set[str]:
    """The ids of the versions of a tweet before the last one."""
    ids: Any = record.get("edit_history_tweet_ids")
    info = record.get("edit_info")
    if isinstance(info, Mapping):
        initial = info.get("initial") or (info.get("edit") or {}).get("editControlInitial") or {}
        ids = initial.get("editTweetIds") if isinstance(initial, Mapping) else None
    return set(map(str, ids[:-1])) if isinstance(ids, list) else set()


def _mend_line_ends(rows: list[_Row]) -> None:
    """Some exporters write a line's end as the two characters backslash and n: where no text has a real one."""
    if sum("\\n" in row.text for row in rows) > 1 and not any("\n" in row.text for row in rows):
        for row in rows:
            row.text = row.text.replace("\\r\\n", "\n").replace("\\n", "\n")


def merged(found: list[Found], form: str) -> Found:
    """Several files as one source."""
    named = [each for each in found if each.handle] or found
    columns = next((each.columns for each in found if each.columns), {})
    left_out: Counter[str] = Counter()
    for each in found:
        left_out.update(each.left_out)
    remarks = tuple(dict.fromkeys(remark for each in found for remark in each.remarks))
    return replace(
        named[-1],
        tweets=tuple(tweet for each in found for tweet in _signed(each)),
        format=form,
        columns=columns,
        left_out=left_out,
        remarks=remarks,
    )


def _signed(found: Found) -> Iterable[Tweet]:
    """The tweets of one file with their author, where the file says whose it is."""
    if not found.handle:
        return found.tweets
    author = found.handle.lower()
    return (tweet if tweet.author else replace(tweet, author=author) for tweet in found.tweets)

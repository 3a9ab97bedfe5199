"""Bluesky: saved answers of its API (a feed, or records), and the repository of an account (CAR)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from data.errors import UnreadableSource
from data.sources.files.parsed import Found
from data.sources.files.records import understand

POST = "app.bsky.feed.post"


def is_item(value: Mapping[str, Any]) -> bool:
    """Whether this is a feed's item, or a record of a data server."""
    return isinstance(value.get("post"), Mapping) or (
        isinstance(value.get("value"), Mapping) and str(value.get("uri", "")).startswith("at://")
    )


def record_of(item: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """One item as a record; None for what is no post."""
    post = item.get("post")
    if not isinstance(post, Mapping):
        value = item["value"]
        return _record(str(item.get("uri", "")), value, None) if value.get("$type", POST) == POST else None
    author = (post.get("author") or {}).get("handle")
    record = _record(str(post.get("uri", "")), post.get("record") or {}, author)
    reason = item.get("reason") or {}
    if str(reason.get("$type", "")).endswith("reasonRepost"):
        by = (reason.get("by") or {}).get("handle")
        return {**record, "text": f"RT @{author}: {record['text']}", "is_retweet": True, "username": by}
    return record


def _record(uri: str, value: Mapping[str, Any], author: str | None) -> dict[str, Any]:
    parent = ((value.get("reply") or {}).get("parent") or {}).get("uri")
    return {
        "id": uri.rpartition("/")[2],
        "created_at": value.get("createdAt"),
        "text": whole_text(value),
        "in_reply_to": parent,
        "username": author,
    }


def whole_text(record: Mapping[str, Any]) -> str:
    """The text of a post with its links whole: the app shows them shortened, and says beside the text what they are.

    Raises TypeError where the text is no text.
    """
    text = record.get("text", "")
    if not isinstance(text, str):
        raise TypeError("its text is not text")
    content, links = text.encode("utf-8", "surrogatepass"), []
    for facet in record.get("facets") or []:
        if not isinstance(facet, Mapping):
            continue
        index = facet.get("index") or {}
        uris = [feature.get("uri") for feature in facet.get("features") or [] if isinstance(feature, Mapping)]
        start, end = index.get("byteStart"), index.get("byteEnd")
        uri = next((uri for uri in uris if isinstance(uri, str)), None)
        if uri and isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(content):
            links.append((start, end, uri))
    for start, end, uri in sorted(links, reverse=True):
        shown = content[start:end].decode("utf-8", "replace")
        if "." in shown and " " not in shown.strip():  # an address, not words that lead to one
            content = content[:start] + uri.encode() + content[end:]
    return content.decode("utf-8", "surrogatepass")


def read_car(path: Path, content: bytes) -> Found:
    """The posts of a repository. Raises `UnreadableSource`."""
    import libipld

    try:
        header, blocks = libipld.decode_car(content)
        commit = blocks[header["roots"][0]]
        entries = list(_entries(blocks, commit["data"], 0))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise UnreadableSource(
            path, "this is not a whole repository of Bluesky (CAR). Download it again, or: tweetlike fetch HANDLE."
        ) from error
    records = (
        (key, _record(key, blocks[cid], None))
        for key, cid in entries
        if key.startswith(f"{POST}/") and isinstance(blocks.get(cid), dict)
    )
    found = understand(path, records, "bluesky")
    return Found(found.tweets, "bluesky-repository", left_out=found.left_out, remarks=found.remarks)


def _entries(blocks: Mapping[Any, Any], node: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """The keys and values of a repository's tree, in order."""
    if node is None or depth > 100:
        return
    tree = blocks[node]
    yield from _entries(blocks, tree.get("l"), depth + 1)
    key = b""
    for entry in tree.get("e") or []:
        key = key[: entry["p"]] + bytes(entry["k"])
        yield key.decode("ascii"), entry["v"]
        yield from _entries(blocks, entry.get("t"), depth + 1)

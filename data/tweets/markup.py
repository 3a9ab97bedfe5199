"""HTML of posts as the text that they show."""

from __future__ import annotations

import re

MAX_HTML = 100_000  # characters of one post
_PARTED = {"br": "\n", "li": "\n", "tr": "\n", "p": "\n\n", "pre": "\n\n", "div": "\n\n", "ul": "\n", "ol": "\n"}
_MANY_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


def text_of(content: str) -> str:
    """The HTML of a post as the text it shows, without what it quotes of others; links whole, where the page shows a
    part of them; paragraphs and the items of lists parted."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, Tag

    soup = BeautifulSoup(content[:MAX_HTML], "lxml")
    for quoted in soup.find_all(lambda tag: tag.name == "blockquote" or "quote-inline" in (tag.get("class") or ())):
        quoted.decompose()
    parts: list[str] = []
    for node in soup.descendants:
        if isinstance(node, Tag):
            parts.append(_PARTED.get(node.name, ""))
        elif type(node) is NavigableString:  # no comment, no declaration
            parts.append(str(node))
    return _MANY_LINES.sub("\n\n", _SPACES.sub("\n", "".join(parts))).strip()

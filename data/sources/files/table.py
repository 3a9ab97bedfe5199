"""CSV files of tweets, as spreadsheets, scrapers and libraries write them; each row becomes a record."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from data.errors import UnreadableSource
from data.sources.files.parsed import CAN_BE_READ, Found
from data.sources.files.records import NAMES, normal, understand

DELIMITERS = ",;\t|"
_LINE_END = re.compile(r"\r\n?|\n")
_SEP = re.compile(r"\ufeff?sep=(.)\r?\n")
_LOOKS_LIKE_DATA = re.compile(r"\d{9,40}|\d{4}-\d\d-\d\d.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}.*|https?://.*")
_WORDS_OF_DATA = 4  # no column has a name of so many
Rows = Iterator[tuple[int, list[str]]]


def is_table(text: str) -> bool:
    """Whether the first line names columns, one of them a text."""
    text, delimiter = _delimited(text)
    names = first_line(text)[:10_000].split(delimiter)
    return any(normal(name) in NAMES["text"] for name in names)


def first_line(text: str) -> str:
    """Up to the first end of a line, as any system writes it."""
    return _LINE_END.split(text, maxsplit=1)[0]


def read(path: Path, text: str) -> Found:
    """One tweet a row, first row the header. Raises `UnreadableSource` naming the line."""
    csv.field_size_limit(1 << 24)
    text, delimiter = _delimited(text)
    ways = [lambda: _strictly(path, text, delimiter)]
    if '\\"' in text:
        ways.append(lambda: _strictly(path, text, delimiter, escape="\\"))
    if '"' in text:
        ways.append(lambda: _undoubled(path, text, delimiter))
    trouble: UnreadableSource | None = None
    for way in ways:
        try:
            return understand(path, _records(path, way()), "csv")
        except _Broken as error:
            trouble = trouble or error.told
    assert trouble
    raise trouble


class _Broken(Exception):
    """The quotes are not what this way of reading expects; `told` says where."""

    def __init__(self, told: UnreadableSource) -> None:
        super().__init__(str(told))
        self.told = told


def _delimited(text: str) -> tuple[str, str]:
    """The text without a spreadsheet's first line `sep=;`, and what parts its columns."""
    if match := _SEP.match(text):
        return text[match.end() :], match[1]
    return text, max(DELIMITERS, key=first_line(text).count)


def _strictly(path: Path, text: str, delimiter: str, escape: str | None = None) -> Rows:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, escapechar=escape)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        raise _Broken(UnreadableSource(path, f"this is broken CSV ({error}).", f"line {rows.line_num}")) from error


def _undoubled(path: Path, text: str, delimiter: str) -> Rows:
    """Rows whose every field is in quotes, and quotes inside of a text are not doubled."""
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line:
            continue
        if len(line) < 2 or line[0] != '"' or line[-1] != '"':
            raise _Broken(UnreadableSource(path, "this is broken CSV: its quotes do not match.", f"line {number}"))
        yield number, [part.replace('""', '"') for part in line[1:-1].split(f'"{delimiter}"')]


def _records(path: Path, rows: Rows) -> Iterator[tuple[str, Mapping[str, str]]]:
    number, header = next(rows, (1, []))
    text_column = _text_column(path, header)
    for number, row in rows:
        while len(row) > len(header) and not row[-1].strip():
            row.pop()
        if not any(row):
            continue
        if len(row) > len(header):
            if len(header) > 1:
                told = f"this row has {len(row)} cells, the header {len(header)}: a text with commas needs quotes."
                raise _Broken(UnreadableSource(path, told, f"line {number}"))
            row = [",".join(row)]  # of one column, so nothing was parted
        if len(row) <= text_column:
            told = f"this row has {len(row)} columns, too few."
            raise _Broken(UnreadableSource(path, told, f"line {number}"))
        yield f"line {number}", dict(zip(header, row, strict=False))


def _text_column(path: Path, header: list[str]) -> int:
    names = [normal(name) for name in header]
    found = next((names.index(name) for name in NAMES["text"] if name in names), None)
    if found is not None:
        return found
    if any(_LOOKS_LIKE_DATA.fullmatch(cell.strip()) or len(cell.split()) >= _WORDS_OF_DATA for cell in header):
        told = "the first line must name the columns, like id,created_at,text; here it is a tweet already."
    else:
        shown = ", ".join(repr(name)[1:-1] for name in header)[:120] or "nothing"
        told = f"this is not a table of tweets: no column text, tweet or content (found: {shown}). {CAN_BE_READ}"
    raise UnreadableSource(path, told, "line 1")

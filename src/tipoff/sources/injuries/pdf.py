"""Parse the PDF of the official injury report: a table of seven columns over several pages."""

from __future__ import annotations

import io
import logging
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import PayloadError, TipoffError
from tipoff.sources.parsing.limited import limited
from tipoff.sources.parsing.limits import MAX_PDF_BYTES, MAX_PDF_PAGES, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

HEADER = "Game Date Game Time Matchup Team Player Name Current Status Reason"
COLUMN_STARTS = (0, 2, 4, 5, 6, 8, 10)
"""The indices of the words in the header that begin a column."""
LEFT_OF_TEXT = 4
"""Points between the left edge of a column and the text of its header."""
DATE, TEAM, PLAYER, STATUS, REASON = 0, 3, 4, 5, 6
TITLE = re.compile(r"Injury Report: (\d\d/\d\d/\d\d \d\d:\d\d [AP]M)")
FOOTER = re.compile(r"Page \d+ of \d+")
NOT_YET_SUBMITTED = "NOT YET SUBMITTED"
GAP = 1.5
"""Points between letters that begin a new word: the report's spaces are narrow."""
CACHED_EDITIONS = 128
"""The number of editions kept in memory, more than a date has."""
Word = dict[str, Any]
Cells = list[str]
Page = tuple[list[Word], list[float]]
"""The words of a page, and the vertical positions of its rows' lower ends, in points."""
WORD_FIELDS = ("text", "x0", "top", "bottom")
"""The fields of a word that are kept."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One row of an edition, unchanged; the row of a team that lists nobody has no player."""

    game_date: str
    team: str
    player: str | None
    status: str | None
    reason: str
    page: int
    submitted: bool = True


@dataclass(frozen=True, slots=True)
class Edition:
    """The content of one PDF: the time of publication in its title, and its rows in order."""

    title: str
    listings: tuple[Listing, ...]


def read_edition(body: bytes) -> Edition:
    """Read a PDF, in a separate process.

    Raises:
        PayloadError: it is damaged, does not have the report's layout, or takes more time or memory
            to read than a payload may.
        TipoffError: the library that reads PDFs is not installed.
    """
    result = _read(body)
    if isinstance(result, PayloadError):
        raise PayloadError(str(result))
    return result


@lru_cache(maxsize=CACHED_EDITIONS)
def _read(body: bytes) -> Edition | PayloadError:
    """Return an edition or the error, so that refused bodies are cached too."""
    pdf_library()
    try:
        refuse_damaged(body)
        return _edition(limited(read_pages, body))
    except PayloadError as error:
        return error


def _edition(pages: Sequence[Page]) -> Edition:
    if not pages:
        raise PayloadError("the PDF has no pages")
    first = _by_line(pages[0][0])
    title = TITLE.fullmatch(_text(first[0])) if first else None
    if title is None:
        raise PayloadError("the PDF has no title like Injury Report: 01/04/24 12:30 PM")
    return Edition(title[1], tuple(_listings(pages, _starts(pages[0][0]))))


def pdf_library() -> ModuleType:
    """Return the library that reads PDFs.

    Raises:
        TipoffError: it is not installed.
    """
    try:
        import pdfplumber
    except ImportError:
        raise TipoffError(
            "injury reports as PDF need pdfplumber: pip install 'tipoff[injuries]'"
        ) from None
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns about missing fonts
    return pdfplumber


def refuse_damaged(body: bytes) -> None:
    """Refuse a body that is obviously not a complete PDF, without parsing it.

    Raises:
        PayloadError: it does not begin like a PDF, has no index within its length, or is too large.
    """
    if len(body) > MAX_PDF_BYTES:
        raise PayloadError(too_large(MAX_PDF_BYTES))
    if not body.startswith(b"%PDF-"):
        raise PayloadError(f"not a PDF: it begins {body[:20].decode(errors='replace')!r}")
    index = re.findall(rb"startxref\s+(\d+)", body)
    if not index:
        raise PayloadError("the PDF is cut short: it has no index")
    if int(index[-1]) >= len(body):
        raise PayloadError(
            f"the PDF is damaged: it has {len(body)} bytes, its index is at {int(index[-1])}"
        )


def read_pages(body: bytes) -> list[Page]:
    """Return the words of each page, and the vertical positions of its rows' lower ends.

    Raises:
        PayloadError: the PDF cannot be read, or has too many pages.
    """
    library = pdf_library()
    try:
        with library.open(io.BytesIO(body)) as document:
            if len(document.pages) > MAX_PDF_PAGES:
                count = f"{len(document.pages):,} pages, and one may have {MAX_PDF_PAGES}"
                raise PayloadError(f"the PDF has {count}")
            return [(_words(page), _rules(page)) for page in document.pages]
    except (PayloadError, MemoryError):
        raise
    except Exception as error:  # on damaged bytes the library raises exceptions of any kind
        raise PayloadError(f"the PDF cannot be read: {type(error).__name__}: {error}") from None


def _words(page: Any) -> list[Word]:
    """Return the words of a page, each with its position in points."""
    words = page.extract_words(x_tolerance=GAP)
    return [{name: word[name] for name in WORD_FIELDS} for word in words]


def _rules(page: Any) -> list[float]:
    """Return the vertical positions of the horizontal lines under the last column."""
    horizontal = [line for line in page.lines if line["top"] == line["bottom"]]
    right = max((line["x1"] for line in horizontal), default=0)
    return sorted({round(line["top"], 1) for line in horizontal if line["x1"] > right - 1})


def _by_line(words: Iterable[Word]) -> list[list[Word]]:
    lines: dict[float, list[Word]] = defaultdict(list)
    for word in words:
        lines[round(word["top"], 1)].append(word)
    return [sorted(lines[top], key=lambda w: float(w["x0"])) for top in sorted(lines)]


def _text(line: Iterable[Word]) -> str:
    return " ".join(word["text"] for word in line)


def _starts(words: Iterable[Word]) -> list[float]:
    """Return the horizontal positions at which the columns begin, from the header."""
    lines = _by_line(words)
    texts = [_text(line) for line in lines]
    if HEADER not in texts:
        instead = (*texts[1:], "nothing")[0]
        raise PayloadError(f"the table's header is not {HEADER!r} but {instead[:80]!r}")
    header = lines[texts.index(HEADER)]
    return [header[index]["x0"] - LEFT_OF_TEXT for index in COLUMN_STARTS]


def _listings(pages: Sequence[Page], starts: Sequence[float]) -> Iterator[Listing]:
    day = team = ""
    last: Listing | None = None
    for number, (words, rules) in enumerate(pages, 1):
        for index, cells in enumerate(_rows(words, rules, starts)):
            if last is not None and index == 0 and not any(cells[:REASON]):
                # The page break has split the reason of the last row.
                last = replace(last, reason=f"{last.reason} {cells[REASON]}")
                continue
            if last is not None:
                yield last
            day, team = cells[DATE] or day, cells[TEAM] or team
            last = _listing(day, team, cells, number)
    if last is not None:
        yield last


def _listing(day: str, team: str, cells: Cells, page: int) -> Listing:
    if cells[PLAYER]:
        return Listing(day, team, cells[PLAYER], cells[STATUS] or None, cells[REASON], page)
    not_submitted = cells[REASON] == NOT_YET_SUBMITTED
    if not cells[TEAM] or cells[STATUS] or (cells[REASON] and not not_submitted):
        raise PayloadError(f"page {page}: a row without a player: {' '.join(cells).strip()!r}")
    return Listing(day, team, None, None, "", page, submitted=not not_submitted)


def _rows(words: list[Word], rules: list[float], starts: Sequence[float]) -> Iterator[Cells]:
    """Yield the cells of each row of a page; rows are separated by horizontal lines."""
    rows: dict[int, list[Word]] = defaultdict(list)
    for line in _by_line(words):
        text = _text(line)
        if text != HEADER and not TITLE.fullmatch(text) and not FOOTER.fullmatch(text):
            for word in line:
                rows[bisect_right(rules, (word["top"] + word["bottom"]) / 2)].append(word)
    for index in sorted(rows):
        cells: list[list[str]] = [[] for _ in starts]
        for word in rows[index]:
            cells[max(0, bisect_right(starts, word["x0"]) - 1)].append(word["text"])
        yield [" ".join(cell) for cell in cells]

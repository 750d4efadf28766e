"""CSV files of player props and game odds that a user supplies."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import utc_timestamp
from tipoff.domain.markets import KEYS_BY_NAME
from tipoff.domain.names import name_key, team_name
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.sources.manual.lines_check import refuse_if_bad
from tipoff.sources.manual.lines_form import FORMS, GAME_ODDS, PLAYER_PROPS, form_of
from tipoff.sources.parsing.csv_table import header_of, read_csv
from tipoff.sources.parsing.whole_file import modified_at, read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tipoff.kernel.declare.stream import Columns

logger = logging.getLogger(__name__)

CLOSING = "closing"
"""The capture of a price without a time of capture."""
CONSENSUS = "consensus"
"""The book of a price without a named book."""
CUT_SHORT = -999
"""Consensus prices without a time come from files that cut prices to four characters, so a price
this low or lower is treated as unknown. A named book's price of -1400 is kept."""


@dataclass(frozen=True)
class LinesFile:
    """One CSV file (or .csv.gz) of player props or game odds; its header determines which.

    A few bad lines are set aside, and a message about them is appended to ``set_aside``.
    """

    path: Path
    set_aside: list[str] = field(default_factory=list)

    def payloads(self) -> Iterator[Payload]:
        """Yield the file as one payload.

        Raises:
            UsageError: the file cannot be read, its header fits neither form, or it has too many
                bad rows to set aside; the message names the file and the lines.
        """
        body = read_whole(self.path)
        try:
            resource = form_of(self.path, header_of(body))
            table = read_csv(body, FORMS[resource])
        except PayloadError as error:
            raise UsageError(f"{self.path}: {error}") from None
        fetched_at = modified_at(self.path)
        self.set_aside.extend(refuse_if_bad(self.path, resource, table))
        name = re.sub(r"\.csv(\.gz)?$", "", self.path.name)
        yield Payload("lines", resource, {"File": name}, body, fetched_at, self.path.name)


@dataclass(frozen=True)
class LinesDirectory:
    """The CSV files of a directory; a bad file is skipped and noted in ``refused``."""

    directory: Path
    refused: list[str] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)

    def payloads(self) -> Iterator[Payload]:
        """Yield every file that can be read, in the order of file names."""
        for path in sorted(self.directory.iterdir()):
            if path.name.endswith((".csv", ".csv.gz")):
                try:
                    yield from LinesFile(path, self.set_aside).payloads()
                except UsageError as error:
                    logger.info("skipped: %s", error)
                    self.refused.append(str(error))


def csv_player_props(payload: Payload) -> Columns:
    """Return both sides of each line of a file: first all overs, then all unders.

    An undeclared column is returned under its own name, so that a notice can be given.

    Raises:
        PayloadError: the body is not CSV in UTF-8, or lacks a column.
    """
    table = read_csv(payload.body, PLAYER_PROPS)
    columns, rows = table.columns, len(table.lines)
    captured_at = [utc_timestamp(value) for value in columns["captured_at"]]
    books = [value or CONSENSUS for value in columns["bookmaker"]]
    untimed = [
        book == CONSENSUS and at is None for book, at in zip(books, captured_at, strict=True)
    ]
    prices = [
        _price(price, cut)
        for side in ("over_price", "under_price")
        for price, cut in zip(columns[side], untimed, strict=True)
    ]
    return {
        "game_date": [_date(value) for value in columns["game_date"]] * 2,
        "player_name": columns["player_name"] * 2,
        "name_key": [value and name_key(value) for value in columns["player_name"]] * 2,
        "market": [value and KEYS_BY_NAME.get(value, value) for value in columns["market"]] * 2,
        "bookmaker": books * 2,
        "line": [_number(value) for value in columns["line"]] * 2,
        "side": ["over"] * rows + ["under"] * rows,
        "price": prices,
        "captured_at": captured_at * 2,
        "capture": [CLOSING if at is None else str(at) for at in captured_at] * 2,
        "alternate": [False] * (2 * rows),
        "event_id": [""] * (2 * rows),
        "is_pickem": [False] * (2 * rows),
        **dict.fromkeys(("home_team", "away_team", "tip_at", "multiplier"), [None] * (2 * rows)),
        **{name: values * 2 for name, values in table.others(PLAYER_PROPS).items()},
    }


def csv_game_odds(payload: Payload, names: Sequence[str]) -> Columns:
    """Return the spread, total and moneylines of each game of a file.

    Args:
        payload: the file.
        names: the columns to return; columns that the file lacks are NULL.

    Raises:
        PayloadError: the body is not CSV in UTF-8, or lacks a column.
    """
    table = read_csv(payload.body, GAME_ODDS)
    columns: dict[str, list[Any]] = {**table.columns}
    rows = len(table.lines)
    for name in GAME_ODDS[3:]:
        columns[name] = [_number(value) for value in columns[name]]
    columns["game_date"] = [_date(value) for value in columns["game_date"]]
    for name in ("home_team", "away_team"):
        columns[name] = [value and team_name(value) for value in columns[name]]
    for name in names:
        columns.setdefault(name, [None] * rows)
    return columns | {"bookmaker": [CONSENSUS] * rows, "capture": [CLOSING] * rows}


def _price(value: str | None, cut: bool) -> object:
    """Return a price; None for an empty field, and for a price so low that it may be cut short."""
    price = _number(value)
    return None if cut and isinstance(price, float) and price <= CUT_SHORT else price


def _number(value: str | None) -> object:
    """Parse a number; None for an empty field. Other text is returned, so its row is set aside."""
    if not value:
        return None
    try:
        return float(value)
    except ValueError:
        return value


@cache
def _date(value: str | None) -> date | str | None:
    try:
        return datetime.strptime(value or "", "%Y-%m-%d").date()
    except ValueError:
        return value

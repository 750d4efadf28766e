"""The bet log of a home: a file that one writer at a time replaces as a whole."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import orjson

from tipoff.app.bets.bet import Bet, parse_bets
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import write_durably
from tipoff.kernel.lock import queued

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipoff.app.home import Home

FILE = "bets.json"
LOCK = "bets.lock"
CURE = "copy it from a backup (its bets-….json), or move it away to start a new log"


@dataclass(frozen=True)
class Added:
    """Result of logging bets."""

    new: int
    changed: int
    """Bets that were already logged, whose stake, date or name has changed."""


def read_bets(home: Home) -> list[Bet]:
    """Return the logged bets in the order in which they were logged.

    Raises:
        UsageError: the file is not a list of bets; the message names the fault.
    """
    path = home.directory / FILE
    return parse_log(path.read_bytes(), str(path)) if path.exists() else []


def parse_log(content: bytes, source: str) -> list[Bet]:
    """Return the bets in the content of a log.

    Raises:
        UsageError: it is damaged; the message says where to find a copy.
    """
    return parse_bets(content, source, CURE)


def bet_log_fault(home: Home) -> str | None:
    """Return why a home's bet log cannot be read; None if it can be read or does not exist."""
    try:
        read_bets(home)
    except UsageError as error:
        return str(error)
    return None


def add_bets(home: Home, bets: Sequence[Bet]) -> Added:
    """Log bets; if another process is logging some, wait for it, so that none is lost.

    A bet is identified by its offer and time (``Bet.wager``). A different bet with the id of a
    logged bet gets a new id: earlier versions of the site gave the same id to the same line at two
    books.

    Raises:
        UsageError: nothing has been ingested into the home, or its log is damaged.
    """
    home.require_catalog()
    with queued(home.directory / LOCK):
        logged = {bet.id: bet for bet in read_bets(home)}
        merged = _merged(logged, bets)
        if merged != logged:
            content = orjson.dumps([asdict(b) for b in merged.values()], option=orjson.OPT_INDENT_2)
            write_durably(home.directory / FILE, content)
    changed = sum(merged[name] != bet for name, bet in logged.items())
    return Added(len(merged) - len(logged), changed)


def _merged(logged: dict[str, Bet], bets: Iterable[Bet]) -> dict[str, Bet]:
    """Return the logged bets together with others by id, without duplicates."""
    merged = dict(logged)
    for bet in bets:
        is_same = merged.get(bet.id, bet).wager == bet.wager
        entry = bet if is_same else replace(bet, id=bet.unique_id)
        merged[entry.id] = entry
    return merged

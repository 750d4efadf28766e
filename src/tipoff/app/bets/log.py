"""The bet log in the home: a file that is replaced whole, by one writer at a time."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import orjson

from tipoff.app.bets.bet import Bet, parsed
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import write_durably
from tipoff.kernel.lock import queued

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tipoff.app.home import Home

FILE = "bets.json"
LOCK = "bets.lock"
CURE = "copy it from a backup (its bets-….json), or move it away to begin another log"


@dataclass(frozen=True)
class Added:
    """What logging bets came to."""

    new: int
    changed: int
    """Bets that were logged already, of which the stake, the date or the name is another now."""


def read_bets(home: Home) -> list[Bet]:
    """Return the logged bets in the order in which they were logged.

    Raises:
        UsageError: the file is not a list of bets; the message names what is wrong.
    """
    path = home.directory / FILE
    return sound_bets(path.read_bytes(), str(path)) if path.exists() else []


def sound_bets(content: bytes, named: str) -> list[Bet]:
    """Return the bets of a log's content.

    Raises:
        UsageError: it is damaged; the message says where it can be had again.
    """
    return parsed(content, named, CURE)


def bet_log_fault(home: Home) -> str | None:
    """Return why the bet log of a home cannot be read; None if it can, or if there is none."""
    try:
        read_bets(home)
    except UsageError as error:
        return str(error)
    return None


def add_bets(home: Home, bets: Sequence[Bet]) -> Added:
    """Log bets; whoever else is logging some is waited for, so that none is lost.

    A bet is known again by its offer and time (``Bet.wager``). Another one that came under the
    id of a logged bet, as earlier versions of the site gave the same id to the same line at two
    books, gets an id of its own.

    Raises:
        UsageError: nothing is ingested in the home, or its log is damaged.
    """
    home.refuse_nothing()
    with queued(home.directory / LOCK):
        held = {bet.id: bet for bet in read_bets(home)}
        made = _merged(held, bets)
        if made != held:
            content = orjson.dumps([asdict(b) for b in made.values()], option=orjson.OPT_INDENT_2)
            write_durably(home.directory / FILE, content)
    changed = sum(made[name] != bet for name, bet in held.items())
    return Added(len(made) - len(held), changed)


def _merged(held: dict[str, Bet], bets: Iterable[Bet]) -> dict[str, Bet]:
    """Return the log with bets, the same one once, by id."""
    made = dict(held)
    for bet in bets:
        named = bet if made.get(bet.id, bet).wager == bet.wager else replace(bet, id=bet.own_id)
        made[named.id] = named
    return made

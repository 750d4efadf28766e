"""The names that wait for a person to settle them, and how one is settled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.analytics.resolved_name import WAITING
from tipoff.app.ingest import ingest
from tipoff.domain.names import spelling_key
from tipoff.kernel import clock
from tipoff.kernel.errors import UsageError
from tipoff.sources.manual.settled_names import NameSettlement

if TYPE_CHECKING:
    from datetime import date

    from tipoff.app.home import Home
    from tipoff.kernel.reading import Rows

WAITS = """
SELECT player_name, source, max_by(outcome, game_date) AS outcome,
    max_by(player_id, game_date) AS player_id, count(DISTINCT game_date) AS dates,
    sum(times_seen)::BIGINT AS times_seen, min(game_date) AS first_date,
    max(game_date) AS last_date, max_by(setting, game_date) AS setting,
    max_by(candidates, game_date) AS candidates
FROM resolved_name WHERE outcome IN {waiting}
GROUP BY player_name, source ORDER BY times_seen DESC, player_name, source
"""


@dataclass(frozen=True, slots=True)
class WaitingName:
    """A name in a feed that matches no player yet, or whose game is not known."""

    player_name: str
    source: str
    """Which kind of feed writes it: prices or injuries."""
    outcome: str
    player_id: int | None
    """The player, if known; a roster would then say in which game."""
    dates: int
    times_seen: int
    first_date: date
    last_date: date
    setting: str
    """Where it was seen last: AWAY @ HOME, a team, or empty where the feed does not say."""
    candidates: tuple[dict[str, Any], ...]
    """``player_id``, ``name`` and ``score`` of those it may mean, the likeliest first."""


def waiting_names(home: Home) -> list[WaitingName]:
    """Return the queue, the most frequent name first."""
    with home.reading() as session:
        rows = session.arrow(WAITS.format(waiting=WAITING)).to_pylist()
    return [
        WaitingName(**{**row, "candidates": tuple(json.loads(row["candidates"] or "[]"))})
        for row in rows
    ]


def outcomes(home: Home) -> dict[str, int]:
    """Return how many names each rule matched, names of each source counted once."""
    with home.reading() as session:
        counted = session.query(
            "SELECT outcome, count(DISTINCT (source, player_name)) FROM resolved_name"
            " GROUP BY 1 ORDER BY 2 DESC, 1"
        )
    return dict(counted)


def settle(home: Home, name: str, player_id: int) -> str:
    """Land which player a spelling means; the next run matches every price and report it is in.

    It holds for that spelling, suffix and all, in capitals or not, with accents or without.

    Returns:
        The name by which the league knows the player.

    Raises:
        UsageError: no feed has such a name, or nobody of the league has that id.
    """
    with home.reading() as session:
        seen = [n for (n,) in session.query("SELECT DISTINCT player_name FROM seen_name")]
        known = _player_name(session, player_id)
    if spelling_key(name) not in {spelling_key(each) for each in seen}:
        raise UsageError(f"no feed names {name!r}: `tipoff names` lists what waits")
    if known is None:
        raise UsageError(f"nobody of the league is player {player_id}: it is the league's own id")
    ingest(home, NameSettlement(name, player_id, clock.utc_now()))
    return known


def _player_name(rows: Rows, player_id: int) -> str | None:
    """Return a player's name as box scores or rosters have it; None if neither has the player."""
    for table in ("player_box_score", "roster"):
        named = rows.query(
            f"SELECT player_name FROM {table} WHERE player_id = ? LIMIT 1", [player_id]
        )
        if named:
            return str(named[0][0])
    return None

"""The queue of names that a person has to match to players, and how a name is matched."""

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

WAITING_NAMES = """
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
    """A name in a feed that matches no player yet, or whose game is unknown."""

    player_name: str
    source: str
    """The kind of feed that contains the name: prices or injuries."""
    outcome: str
    player_id: int | None
    """The player if known; then only the game is unknown, and a roster would settle it."""
    dates: int
    times_seen: int
    first_date: date
    last_date: date
    setting: str
    """The game ("AWAY @ HOME") or team with which it was seen last; empty if the feed has none."""
    candidates: tuple[dict[str, Any], ...]
    """``player_id``, ``name`` and ``score`` of the players it may mean, the likeliest first."""


def waiting_names(home: Home) -> list[WaitingName]:
    """Return the queue, the most frequent name first."""
    with home.reading() as session:
        rows = session.arrow(WAITING_NAMES.format(waiting=WAITING)).to_pylist()
    return [
        WaitingName(**{**row, "candidates": tuple(json.loads(row["candidates"] or "[]"))})
        for row in rows
    ]


def outcomes(home: Home) -> dict[str, int]:
    """Return the number of names by outcome; each name counts once per source."""
    with home.reading() as session:
        counts = session.query(
            "SELECT outcome, count(DISTINCT (source, player_name)) FROM resolved_name"
            " GROUP BY 1 ORDER BY 2 DESC, 1"
        )
    return dict(counts)


def settle(home: Home, name: str, player_id: int) -> str:
    """Land the decision that a spelling means a player.

    The next run applies it to all prices and reports with that spelling, including its suffix; case
    and accents do not matter.

    Returns:
        The league's name of the player.

    Raises:
        UsageError: no feed contains the name, or the league has no player with that id.
    """
    with home.reading() as session:
        seen = [n for (n,) in session.query("SELECT DISTINCT player_name FROM seen_name")]
        league_name = _player_name(session, player_id)
    if spelling_key(name) not in {spelling_key(each) for each in seen}:
        raise UsageError(f"no feed names {name!r}: `tipoff names` lists what waits")
    if league_name is None:
        raise UsageError(f"the league has no player {player_id}: give the league's own id")
    ingest(home, NameSettlement(name, player_id, clock.utc_now()))
    return league_name


def _player_name(rows: Rows, player_id: int) -> str | None:
    """Return a player's name in box scores, or else in rosters; None if neither has the player."""
    for table in ("player_box_score", "roster"):
        names = rows.query(
            f"SELECT player_name FROM {table} WHERE player_id = ? LIMIT 1", [player_id]
        )
        if names:
            return str(names[0][0])
    return None

"""Lineups joined to the pool: who starts, and who is inactive, as known at one prediction time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import cases
from tipoff.raw.daily_lineup import ACTIVE, CONFIRMED, INACTIVE

if TYPE_CHECKING:
    from ibis.expr.types import Table

CONFIRMED_LINEUP, EXPECTED_LINEUP, BOX_SCORE = STARTING_SOURCES = (
    "confirmed_lineup",
    "expected_lineup",
    "box_score",
)
FIVE = 5
"""Starters of a team: of a lineup with fewer, who is not in it may start all the same."""


def announced_starters(known: Table) -> Table:
    """Return the starters of known lineups, with ``source``: confirmed, or expected."""
    starters = known.filter(known.starter)
    confirmed = (starters.lineup_status == CONFIRMED, CONFIRMED_LINEUP)
    return starters.mutate(source=cases(confirmed, otherwise=EXPECTED_LINEUP))


def with_starters(pool: Table, starters: Table, prefix: str = "") -> Table:
    """Return the pool with PREFIXstarting and PREFIXstarting_source.

    Both are NULL for a team without a lineup, and for a player who is not in a lineup of fewer
    than five: that player may be the missing one.

    Args:
        pool: rows with ``game_id``, ``team_id`` and ``player_id``.
        starters: rows with these columns and ``source``.
        prefix: what the names of the new columns begin with.
    """
    named = starters.select(starts_for="game_id", starts="player_id", own_source="source")
    teams = starters.group_by(lineup_of="game_id", lineup_by="team_id").aggregate(
        five=starters.count(), team_source=starters.source.max()
    )
    row = pool.left_join(named, [pool.game_id == named.starts_for, pool.player_id == named.starts])
    row = row.left_join(teams, [row.game_id == teams.lineup_of, row.team_id == teams.lineup_by])
    whole = row.five >= FIVE
    starting = cases((row.starts.notnull(), True), (whole, False))
    source = cases((row.starts.notnull(), row.own_source), (whole, row.team_source))
    return row.mutate(**{f"{prefix}starting": starting, f"{prefix}starting_source": source}).drop(
        "starts_for", "starts", "own_source", "lineup_of", "lineup_by", "five", "team_source"
    )


def with_roster_status(pool: Table, known: Table) -> Table:
    """Return the pool with ``has_lineup`` of the team, and ``is_inactive`` and ``is_active``.

    All three are true or false: a player whom the lineup does not mention is neither.

    Args:
        pool: rows with ``game_id``, ``team_id`` and ``player_id``.
        known: of ``known_lineup``, the rows of one time.
    """
    listed = known.select(
        status_for="game_id", status_of="player_id", roster_status="roster_status"
    )
    teams = known.group_by(lineup_of="game_id", lineup_by="team_id").aggregate(
        lineup_size=known.count()
    )
    row = pool.left_join(
        listed, [pool.game_id == listed.status_for, pool.player_id == listed.status_of]
    )
    row = row.left_join(teams, [row.game_id == teams.lineup_of, row.team_id == teams.lineup_by])
    return row.mutate(
        has_lineup=row.lineup_of.notnull(),
        is_inactive=(row.roster_status == INACTIVE).fill_null(False),
        is_active=(row.roster_status == ACTIVE).fill_null(False),
    ).drop("status_for", "status_of", "roster_status", "lineup_of", "lineup_by", "lineup_size")

"""Join lineups to the pool: who starts and who is inactive, as known at one time."""

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
LINEUP_SIZE = 5
"""Starters of a team. With fewer in the lineup, a player who is not in it may still start."""


def announced_starters(known: Table) -> Table:
    """Return the starters of known lineups, with ``source``: a confirmed or an expected lineup."""
    starters = known.filter(known.starter)
    confirmed = (starters.lineup_status == CONFIRMED, CONFIRMED_LINEUP)
    return starters.mutate(source=cases(confirmed, otherwise=EXPECTED_LINEUP))


def with_starters(pool: Table, starters: Table, prefix: str = "") -> Table:
    """Add PREFIXstarting and PREFIXstarting_source to the pool.

    Both are NULL for a team without a lineup. They are also NULL for a player who is missing from a
    lineup of fewer than five, because that player may be the fifth starter.

    Args:
        pool: rows with ``game_id``, ``team_id`` and ``player_id``.
        starters: rows with these columns and ``source``.
        prefix: prefix of the names of the new columns.
    """
    named = starters.select(starts_for="game_id", starts="player_id", own_source="source")
    teams = starters.group_by(lineup_of="game_id", lineup_by="team_id").aggregate(
        five=starters.count(), team_source=starters.source.max()
    )
    row = pool.left_join(named, [pool.game_id == named.starts_for, pool.player_id == named.starts])
    row = row.left_join(teams, [row.game_id == teams.lineup_of, row.team_id == teams.lineup_by])
    complete = row.five >= LINEUP_SIZE
    starting = cases((row.starts.notnull(), True), (complete, False))
    source = cases((row.starts.notnull(), row.own_source), (complete, row.team_source))
    return row.mutate(**{f"{prefix}starting": starting, f"{prefix}starting_source": source}).drop(
        "starts_for", "starts", "own_source", "lineup_of", "lineup_by", "five", "team_source"
    )


def with_roster_status(pool: Table, known: Table) -> Table:
    """Add ``has_lineup`` of the team, and ``is_inactive`` and ``is_active``, to the pool.

    None of them is NULL: a player whom the lineup does not mention is neither inactive nor active.

    Args:
        pool: rows with ``game_id``, ``team_id`` and ``player_id``.
        known: the rows of ``known_lineup`` for one time.
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

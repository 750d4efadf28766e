"""Each player's role in the coming game, form in that role, and the lineup around the player."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.teammates import exact_part
from tipoff.expressions import cases, rank
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR
from tipoff.windows.rolling import BILLION, Statistic, count_of, rolling

if TYPE_CHECKING:
    from ibis.expr.types import Table

IN_ROLE = (
    Statistic("minutes", "minutes", lambda row: row.seconds, 60, windows=("last_10",)),
    count_of("points", windows=("last_10",)),
)
ROLES = {"starting": True, "off_bench": False}
"""Prefix of each role's averages -> whether they are over games that the player started."""
USUAL_STARTER_SHARE = 0.5
"""Share of the last 10 games started from which a player is a usual starter."""


class PlayerRole(Schema):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    starting = boolean(
        nullable=True, meaning="whether in the announced lineup; NULL while there is none"
    )
    starting_minutes_avg_last_10 = number(
        nullable=True,
        minimum=0,
        maximum=70,
        unit="minutes",
        polarity="higher helps",
        meaning="over the last 10 games started",
    )
    starting_points_avg_last_10 = number(
        nullable=True,
        minimum=0,
        maximum=200,
        unit="points",
        polarity="higher helps",
        meaning="over the last 10 games started",
    )
    off_bench_minutes_avg_last_10 = number(
        nullable=True,
        minimum=0,
        maximum=70,
        unit="minutes",
        polarity="higher helps",
        meaning="over the last 10 games off the bench",
    )
    off_bench_points_avg_last_10 = number(
        nullable=True,
        minimum=0,
        maximum=200,
        unit="points",
        polarity="higher helps",
        meaning="over the last 10 games off the bench",
    )
    role_minutes = number(
        nullable=True,
        minimum=0,
        maximum=70,
        unit="minutes",
        polarity="higher helps",
        meaning="over the last 10 games in the announced role; NULL without a lineup",
    )
    role_points = number(
        nullable=True,
        minimum=0,
        maximum=200,
        unit="points",
        polarity="higher helps",
        meaning="over the last 10 games in the announced role; NULL without a lineup",
    )
    minutes_rank = integer(
        nullable=True,
        minimum=1,
        unit="place",
        polarity="lower helps",
        meaning="rank in the team by minutes over the last 10, among players not known to be out",
    )
    teammates_available_points = number(
        nullable=True,
        minimum=0,
        maximum=300,
        unit="points per game",
        meaning="of teammates not known to be out, over their last 10 games",
    )
    teammates_starting_minutes = number(
        nullable=True,
        minimum=0,
        maximum=300,
        unit="minutes per game",
        meaning="of starting teammates, over their last 10 games; NULL without a lineup",
    )
    usual_starters_missing_minutes = number(
        nullable=True,
        minimum=0,
        maximum=400,
        unit="minutes per game",
        meaning="of teammates who started at least half of their last 10 games but do not start,"
        " over these games; NULL without a lineup",
    )


@table(
    schema=PlayerRole,
    reads={"player_game_summary": past(YEAR)},
    may_be_empty="at first",
)
def player_role(player_pool: Table, player_game_summary: Table, player_daily_cache: Table) -> Table:
    """Compute minutes and points by role, and features of the lineup around the player."""
    keys = ["game_id", "player_id"]
    row = player_pool.select(*keys, "game_date", "team_id", "out", "starting")
    for prefix, started in ROLES.items():
        games = player_game_summary.filter(player_game_summary.starter == started)
        means = rolling(player_pool, games, "player_id", IN_ROLE).select(
            *keys,
            **{f"{prefix}_{n}_avg_last_10": f"{n}_avg_last_10" for n in ("minutes", "points")},
        )
        row = row.join(means, keys)
    form = player_daily_cache.select(
        *keys,
        minutes="minutes_avg_last_10",
        points="points_avg_last_10",
        starts="starts_avg_last_10",
    )
    row = row.join(form, keys)
    row = row.mutate(
        **{
            f"role_{n}": cases(
                (row.starting, row[f"starting_{n}_avg_last_10"]),
                (~row.starting, row[f"off_bench_{n}_avg_last_10"]),
            )
            for n in ("minutes", "points")
        }
    )
    return _with_teammates(row).select(*PlayerRole.columns)


def _with_teammates(row: Table) -> Table:
    """Add features of the teammates: the team's sum less the player's own part."""
    available = ~row.out.fill_null(False)
    usual = (row.starts >= USUAL_STARTER_SHARE).fill_null(False)
    counted = {
        "teammates_available_points": (available, row.points),
        "teammates_starting_minutes": (row.starting.fill_null(False), row.minutes),
        "usual_starters_missing_minutes": (usual & ~row.starting, row.minutes),
    }
    parts = row.mutate(
        available=available,
        **{name: exact_part(counts, value) for name, (counts, value) in counted.items()},
    )
    team = {"group_by": ["game_id", "team_id"]}
    others = {
        name: (parts[name].sum().over(**team) - parts[name]).cast("float64") / BILLION
        for name in counted
    }
    by_minutes = parts.minutes.fill_null(0).desc()
    place = rank().over(group_by=["game_id", "team_id", "available"], order_by=by_minutes)
    known = parts.starting.notnull()
    return parts.mutate(
        minutes_rank=cases((parts.available, place.cast("int64") + 1)),
        teammates_available_points=others["teammates_available_points"],
        **{n: cases((known, others[n])) for n in list(counted)[1:]},
    )

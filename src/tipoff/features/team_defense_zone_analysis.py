"""Weakness of each team's defense by zone before each game, compared with the league.

Weakness is the field goal percentage allowed over the last 15 games less the league's over the 30
days before: 168 makes of 280 attempts allowed in the paint are 60.0 %, the league's 168 of 300 are
56.0 %, which is a weakness of 4.0 percentage points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.pool_member import team_games
from tipoff.expressions import cases, greatest, least, ratio
from tipoff.features.readiness import READINESS, readiness, zone_minimum
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.raw.shot import ZONES
from tipoff.windows.as_of import YEAR, last_games
from tipoff.windows.rolling import BILLION, billionths

if TYPE_CHECKING:
    from ibis.expr.types import Table

GAMES = 15
LEAGUE_DAYS = 30
POINTS = {"paint": 2, "mid_range": 2, "corner_three": 3, "above_break_three": 3}


def _of_zone(zone: str) -> dict[str, Column]:
    where = f"in the {zone.replace('_', ' ')} zone, over the last {GAMES} games"
    return {
        f"{zone}_field_goal_share_allowed": number(
            nullable=True,
            minimum=0,
            maximum=1,
            unit="share",
            polarity="lower helps",
            meaning=f"makes divided by attempts {where}; NULL without attempts",
        ),
        f"{zone}_attempts_allowed": number(
            nullable=True, minimum=0, maximum=100, unit="attempts per game", meaning=where
        ),
        f"{zone}_points_allowed": number(
            nullable=True,
            minimum=0,
            maximum=150,
            unit="points per game",
            polarity="lower helps",
            meaning=where,
        ),
        f"{zone}_blocks": number(
            nullable=True,
            minimum=0,
            maximum=30,
            unit="blocks per game",
            polarity="higher helps",
            meaning=f"{where}; NULL without play-by-play",
        ),
        f"{zone}_weakness": number(
            nullable=True,
            minimum=-100,
            maximum=100,
            unit="percentage points",
            meaning=f"field goal percentage allowed less the league's over {LEAGUE_DAYS} days;"
            " positive: a weak defense",
        ),
    }


class TeamDefenseZoneAnalysis(
    Schema, columns={**{n: c for zone in ZONES for n, c in _of_zone(zone).items()}, **READINESS}
):
    """One team before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    team_id = integer(key=True, meaning="the defending team")
    games = integer(
        minimum=0, maximum=GAMES, unit="games", meaning="number of games found of the last 15"
    )
    defensive_rating = number(
        nullable=True,
        minimum=20,
        maximum=220,
        polarity="lower helps",
        unit="points allowed per 100 possessions",
        meaning=f"mean over the last {GAMES}",
    )
    opponent_pace = number(
        nullable=True,
        minimum=50,
        maximum=160,
        unit="possessions per 48 minutes",
        meaning=f"mean over the last {GAMES}",
    )
    strongest_zone = text(nullable=True, choices=ZONES, meaning="zone with the smallest weakness")
    weakest_zone = text(nullable=True, choices=ZONES, meaning="zone with the greatest weakness")


@table(
    schema=TeamDefenseZoneAnalysis,
    reads={
        "schedule": through(YEAR),
        "team_defense_game_summary": past(YEAR),
        "player_play_summary": past(YEAR),
    },
)
def team_defense_zone_analysis(
    schedule: Table, team_defense_game_summary: Table, player_play_summary: Table
) -> Table:
    """Compare shots allowed by zone over the last 15 games with the league's over 30 days."""
    coming = team_games(schedule)
    history = _with_blocks(team_defense_game_summary, player_play_summary)
    recent = last_games(coming, history, "team_id", GAMES)
    sums = recent.group_by("for_game_id", "for_owner").aggregate(
        games=recent.count(),
        rating=billionths(recent.defensive_rating).sum().cast("int64"),
        pace=billionths(recent.opponent_pace).sum().cast("int64"),
        **{name: recent[name].sum().cast("int64") for name in _counts()},
        **{f"{name}_games": recent[name].count() for name in _counts()},
    )
    row = coming.select("game_id", "game_date", "team_id", "season")
    row = row.left_join(sums, [row.game_id == sums.for_game_id, row.team_id == sums.for_owner])
    league = _league(schedule, team_defense_game_summary)
    row = row.join(league, row.game_date == league.league_date)
    ready = readiness(row, schedule, row.games.fill_null(0), zone_minimum)
    enough = ready.reason.isnull()
    values = {n: cases((enough, v)) for z in ZONES for n, v in _zone(ready, z).items()}
    values |= {
        "defensive_rating": cases((enough, ready.rating / BILLION / ready.games)),
        "opponent_pace": cases((enough, ready.pace / BILLION / ready.games)),
    }
    ready = ready.mutate(games=ready.games.fill_null(0), **values).view()
    weakness = {zone: ready[f"{zone}_weakness"] for zone in ZONES}
    return ready.mutate(
        strongest_zone=_zone_at(weakness, least(*weakness.values())),
        weakest_zone=_zone_at(weakness, greatest(*weakness.values())),
    ).select(*TeamDefenseZoneAnalysis.columns)


def _counts() -> list[str]:
    return [
        f"{zone}_{what}"
        for zone in ZONES
        for what in ("attempts_allowed", "makes_allowed", "blocks")
    ]


def _with_blocks(team_defense_game_summary: Table, player_play_summary: Table) -> Table:
    """Add a team's blocks by zone to its defense in each game; NULL without play-by-play."""
    blocks = player_play_summary.group_by("game_id", "team_id").aggregate(
        **{f"{zone}_blocks": player_play_summary[f"{zone}_blocks"].sum() for zone in ZONES}
    )
    history = team_defense_game_summary.left_join(blocks, ["game_id", "team_id"])
    return history.drop("game_id_right", "team_id_right")


def _league(schedule: Table, team_defense_game_summary: Table) -> Table:
    """Sum the league's makes and attempts by zone over the 30 days before each date."""
    days = schedule.select(league_date="game_date").distinct()
    shots = team_defense_game_summary
    age = days.league_date.delta(shots.game_date, unit="day")
    before = days.left_join(shots, [age >= 1, age <= LEAGUE_DAYS])
    return before.group_by("league_date").aggregate(
        **{f"league_{n}": before[n].sum().cast("int64") for n in _counts() if "blocks" not in n}
    )


def _zone(row: Table, zone: str) -> dict[str, Any]:
    attempts, makes = row[f"{zone}_attempts_allowed"], row[f"{zone}_makes_allowed"]
    games = row[f"{zone}_attempts_allowed_games"]
    share = ratio(makes, attempts)
    league = ratio(row[f"league_{zone}_makes_allowed"], row[f"league_{zone}_attempts_allowed"])
    return {
        f"{zone}_field_goal_share_allowed": share,
        f"{zone}_attempts_allowed": ratio(attempts, games),
        f"{zone}_points_allowed": ratio(POINTS[zone] * makes, games),
        f"{zone}_blocks": ratio(row[f"{zone}_blocks"], row[f"{zone}_blocks_games"]),
        f"{zone}_weakness": 100 * (share - league),
    }


def _zone_at(values: dict[str, Any], extreme: Any) -> Any:
    """Return the first zone whose value equals the extreme; NULL if the extreme is NULL."""
    return cases(*((value == extreme, zone) for zone, value in values.items()))

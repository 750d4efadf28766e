"""Each team's context before tip-off: rest, load, travel, and the market's spread and total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.arenas import (
    great_circle_kilometers,
    latitude_degrees,
    longitude_degrees,
    utc_offset_hours,
)
from tipoff.analytics.pool_member import team_games
from tipoff.expressions import cases, greatest, least
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Schema, boolean, day, instant, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR, days_between, in_order, last_days, latest

if TYPE_CHECKING:
    from ibis.expr.types import Table

PHASES = {
    "001": "preseason",
    "002": "regular",
    "004": "playoffs",
    "005": "play_in",
    "006": "cup_final",
}
"""First three digits of the league's game id -> season phase."""
GOES_HOME_AFTER_DAYS = 4
"""Days between games from which a team is assumed to travel from its own arena."""
MAX_REST_ADVANTAGE_DAYS = 2
MARKET = ("home_spread", "home_spread_open", "total", "total_open")


class UpcomingTeamGameContext(Schema):
    """One team before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    team_id = integer(key=True, meaning="the team")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    season_phase = text(
        nullable=True,
        choices=tuple(PHASES.values()),
        meaning="phase of the season; NULL where the game's id does not state it",
    )
    is_playoff = boolean(nullable=True, meaning="whether the game is a playoff game")
    tip_at = instant(unit="UTC", meaning="scheduled tip-off")
    home = boolean(meaning="whether the team plays at home")
    days_rest = integer(
        nullable=True,
        minimum=1,
        maximum=YEAR,
        unit="days",
        polarity="higher helps",
        meaning="calendar days since the team's last game; 1 on a back-to-back",
    )
    is_back_to_back = boolean(meaning="whether the team played the day before")
    opponent_days_rest = integer(
        nullable=True,
        minimum=1,
        maximum=YEAR,
        unit="days",
        polarity="lower helps",
        meaning="days of rest of the other team",
    )
    rest_advantage = integer(
        nullable=True,
        minimum=-MAX_REST_ADVANTAGE_DAYS,
        maximum=MAX_REST_ADVANTAGE_DAYS,
        unit="days",
        polarity="higher helps",
        meaning="own less opponent's days of rest, between -2 and 2",
    )
    games_last_7_days = integer(
        minimum=0,
        maximum=7,
        unit="games",
        polarity="lower helps",
        meaning="games in the 7 days before",
    )
    games_last_14_days = integer(
        minimum=0,
        maximum=14,
        unit="games",
        polarity="lower helps",
        meaning="games in the 14 days before",
    )
    back_to_backs_last_14_days = integer(
        minimum=0,
        maximum=13,
        unit="games",
        polarity="lower helps",
        meaning="games on the second of two nights in a row, in the 14 days before",
    )
    consecutive_road_games = integer(
        minimum=0,
        maximum=82,
        unit="games",
        polarity="lower helps",
        meaning="consecutive away games, including this one; 0 at home",
    )
    travel_kilometers = number(
        nullable=True,
        minimum=0,
        maximum=10_000,
        unit="kilometers",
        polarity="lower helps",
        meaning="distance from the last game's arena, or from home after 4 days; NULL where an"
        " arena is unknown",
    )
    time_zones_crossed = integer(
        nullable=True,
        minimum=0,
        maximum=6,
        unit="hours",
        polarity="lower helps",
        meaning="time zones crossed on that trip",
    )
    spread = number(
        nullable=True,
        minimum=-60,
        maximum=60,
        unit="points",
        meaning="points that the team gives (negative) or gets (positive), at the close",
    )
    spread_move = number(
        nullable=True,
        minimum=-60,
        maximum=60,
        unit="points",
        meaning="spread less opening spread",
    )
    total = number(
        nullable=True,
        minimum=120,
        maximum=320,
        unit="points",
        meaning="expected points of both teams together, at the close",
    )
    total_move = number(
        nullable=True,
        minimum=-60,
        maximum=60,
        unit="points",
        meaning="total less opening total",
    )
    implied_team_total = number(
        nullable=True, minimum=40, maximum=180, unit="points", meaning="total / 2 - spread / 2"
    )


@table(schema=UpcomingTeamGameContext, reads={"schedule": through(YEAR)})
def upcoming_team_game_context(schedule: Table, game_line: Table) -> Table:
    """Compute rest, load, travel, and the market's spread and total from the team's perspective."""
    coming = team_games(schedule)
    row = coming.left_join(_rest_and_travel(coming), ["game_id", "team_id"]).drop(
        "game_id_right", "team_id_right"
    )
    other = row.select(game_id="game_id", opponent_id="team_id", opponent_days_rest="days_rest")
    row = row.join(other, ["game_id", "opponent_id"])
    market = game_line.select("game_id", *MARKET)
    row = row.left_join(market, "game_id").drop("game_id_right")
    advantage = row.days_rest - row.opponent_days_rest
    limit = MAX_REST_ADVANTAGE_DAYS
    spread, opened = (_team_spread(row, row[name]) for name in ("home_spread", "home_spread_open"))
    row = row.mutate(
        season_phase=_phase(row.game_id),
        is_playoff=_phase(row.game_id) == "playoffs",
        is_back_to_back=(row.days_rest == 1).fill_null(False),
        rest_advantage=cases((advantage.notnull(), greatest(least(advantage, limit), -limit))),
        spread=spread,
        spread_move=spread - opened,
        total_move=row.total - row.total_open,
        implied_team_total=row.total / 2 - spread / 2,
    )
    return row.select(*UpcomingTeamGameContext.columns)


def _phase(game_id: Any) -> Any:
    return cases(*((game_id.substr(0, 3) == start, phase) for start, phase in PHASES.items()))


def _team_spread(row: Table, home_spread: Any) -> Any:
    """Return the home team's spread with the sign for the row's team."""
    return cases((row.home, home_spread), otherwise=-home_spread)


def _rest_and_travel(coming: Table) -> Table:
    """Compute rest, load and travel from the schedule.

    A team travels from its last game's arena, or from its own after four days. A team that played
    in Denver yesterday and plays in Los Angeles today has one day of rest (a back-to-back) and
    crosses one time zone.

    Returns:
        ``game_id``, ``team_id`` and the columns of rest, load and travel.
    """
    arena = cases((coming.home, coming.team_id), otherwise=coming.opponent_id)
    played = _games_in_order(coming.select("game_date", "team_id", "home", arena=arena))
    at = latest(
        coming.select("game_id", "game_date", "team_id", "home", arena=arena), played, "team_id"
    )
    loads = _loads(coming, played)
    at = at.left_join(loads, [at.game_id == loads.for_game_id, at.team_id == loads.for_owner])
    days_rest = days_between(at.last_game_date, at.game_date)
    away_before = at.last_number - at.last_home_number
    start = cases((days_rest < GOES_HOME_AFTER_DAYS, at.last_arena), otherwise=at.team_id)
    at = at.mutate(days_rest=days_rest, start=start)
    return at.select(
        "game_id",
        "team_id",
        "days_rest",
        **{name: at[name].fill_null(0) for name in LOADS},
        consecutive_road_games=cases((at.home, 0), otherwise=away_before.fill_null(0) + 1),
        travel_kilometers=_kilometers(at.start, at.arena),
        time_zones_crossed=(utc_offset_hours(at.start) - utc_offset_hours(at.arena)).abs(),
    )


LOADS = ("games_last_7_days", "games_last_14_days", "back_to_backs_last_14_days")


def _games_in_order(played: Table) -> Table:
    """Return each game with the number of the last home game, and whether it is a back-to-back."""
    numbered = in_order(played, "team_id")
    so_far = {"group_by": "team_id", "order_by": "game_date"}
    before = numbered.game_date.lag().over(**so_far)
    home_number = cases((numbered.home, numbered.number))
    return numbered.mutate(
        back_to_back=(days_between(before, numbered.game_date) == 1).fill_null(False),
        home_number=home_number.max().over(**so_far, rows=(None, 0)).fill_null(-1),
    ).drop("number")


def _loads(coming: Table, played: Table) -> Table:
    recent = last_days(coming, played, "team_id", 14)
    week = days_between(recent.game_date, recent.for_date) <= 7
    return recent.group_by("for_game_id", "for_owner").aggregate(
        games_last_7_days=week.sum().cast("int64"),
        games_last_14_days=recent.count(),
        back_to_backs_last_14_days=recent.back_to_back.sum().cast("int64"),
    )


def _kilometers(start: Any, end: Any) -> Any:
    return great_circle_kilometers(
        latitude_degrees(start),
        longitude_degrees(start),
        latitude_degrees(end),
        longitude_degrees(end),
    )

"""Composite factors before each game: freshness, matchup, pace, usage, travel and opponent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases, greatest, least, literal, ratio
from tipoff.features.player_shot_zone_analysis import BALANCED
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.raw.shot import ZONES
from tipoff.windows.as_of import YEAR
from tipoff.windows.rolling import BILLION, billionths

if TYPE_CHECKING:
    from ibis.expr.types import Table

FRESH = 100
"""The highest fatigue score: a rested player."""
LEAGUE_DAYS = 30
MAX_SCORE = 3
MAX_MISMATCH = 10
FULL_MISMATCH_SHARE = 0.5
LARGE_WEAKNESS = 5
KILOMETERS_PER_POINT = 1_500
"""Travel that lowers the travel score by one."""


class PlayerCompositeFactors(Schema):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    age_years = integer(
        nullable=True,
        minimum=15,
        maximum=60,
        unit="years",
        meaning="age on the date; NULL without a roster, then no deduction for age",
    )
    fatigue_score = number(
        minimum=0,
        maximum=FRESH,
        unit="score 0-100",
        polarity="higher helps",
        meaning="100 less deductions for load and age: higher is fresher",
    )
    fatigue_adjustment = number(
        minimum=-5,
        maximum=0,
        unit="points",
        polarity="higher helps",
        meaning="(fatigue score - 100) / 20",
    )
    shot_zone_mismatch_score = number(
        nullable=True,
        minimum=-MAX_MISMATCH,
        maximum=MAX_MISMATCH,
        unit="score",
        polarity="higher helps",
        meaning="opponent's weakness in the primary zone, scaled by the share of attempts there",
    )
    pace_score = number(
        nullable=True,
        minimum=-MAX_SCORE,
        maximum=MAX_SCORE,
        unit="score",
        polarity="higher helps",
        meaning="(mean pace of both teams - league's pace) / 2",
    )
    usage_spike_score = number(
        nullable=True,
        minimum=-MAX_SCORE,
        maximum=MAX_SCORE,
        unit="percent of team plays",
        polarity="higher helps",
        meaning="projected usage with teammates out, less recent usage",
    )
    travel_score = number(
        nullable=True,
        minimum=-MAX_SCORE,
        maximum=0,
        unit="score",
        polarity="higher helps",
        meaning="minus 1 per 1,500 km of travel, and minus 1/2 per time zone crossed",
    )
    opponent_strength_score = number(
        nullable=True,
        minimum=-MAX_SCORE,
        maximum=MAX_SCORE,
        unit="score",
        polarity="higher helps",
        meaning="(opponent's defensive rating - league's) / 4; positive: a weak defense",
    )


@table(
    schema=PlayerCompositeFactors,
    reads={"team_offense_game_summary": past(LEAGUE_DAYS), "roster": through(YEAR)},
    may_be_empty="at first",
)
def player_composite_factors(
    player_pool: Table,
    upcoming_player_game_context: Table,
    upcoming_team_game_context: Table,
    player_daily_cache: Table,
    player_shot_zone_analysis: Table,
    team_defense_zone_analysis: Table,
    team_daily_cache: Table,
    team_offense_game_summary: Table,
    roster: Table,
) -> Table:
    """Compute every factor; a factor is NULL where one of its inputs is unknown."""
    row = _with_inputs(
        player_pool,
        (upcoming_player_game_context, player_daily_cache, player_shot_zone_analysis),
        upcoming_team_game_context,
    )
    row = _with_teams(row, team_daily_cache, team_defense_zone_analysis)
    row = _with_league(row, player_pool, team_offense_game_summary)
    row = _with_age(row, roster)
    fatigue = _fatigue(row)
    travel = row.travel_kilometers / KILOMETERS_PER_POINT + row.time_zones_crossed / 2
    return row.select(
        "game_id",
        "game_date",
        "player_id",
        "age_years",
        fatigue_score=fatigue,
        fatigue_adjustment=(fatigue - FRESH) / 20,
        shot_zone_mismatch_score=_mismatch(row),
        pace_score=_clamped(
            ((row.team_pace + row.opponent_pace) / 2 - row.league_pace) / 2, MAX_SCORE
        ),
        usage_spike_score=_clamped(_usage_spike(row), MAX_SCORE),
        travel_score=-least(travel, float(MAX_SCORE)),
        opponent_strength_score=_clamped(
            (row.opponent_defensive_rating - row.league_rating) / 4, MAX_SCORE
        ),
    )


def _with_inputs(player_pool: Table, own: tuple[Table, ...], team: Table) -> Table:
    """Join the pool with the columns of player and team that the factors need."""
    load, form, zones = own
    keys = ["game_id", "player_id"]
    row = player_pool.select(*keys, "game_date", "team_id", "opponent_id")
    row = row.join(
        load.select(
            *keys,
            "games_last_7_days",
            "minutes_last_7_days",
            "back_to_backs_last_14_days",
            "teammates_newly_out_usage_minutes",
            "teammates_available_usage_minutes",
        ),
        keys,
    )
    row = row.join(
        form.select(*keys, usage="usage_rate_avg_last_10", minutes="minutes_avg_last_10"), keys
    )
    row = row.join(
        zones.select(*keys, "primary_zone", *(f"{zone}_share_last_10" for zone in ZONES)), keys
    )
    context = team.select(
        "game_id", "team_id", "days_rest", "travel_kilometers", "time_zones_crossed"
    )
    return row.join(context, ["game_id", "team_id"])


def _with_teams(row: Table, form: Table, defense: Table) -> Table:
    """Add both teams' pace, and the opponent's defensive rating and weaknesses."""
    own = form.select("game_id", "team_id", team_pace="pace_avg_last_10")
    other = form.select(
        "game_id",
        opponent_id="team_id",
        opponent_pace="pace_avg_last_10",
        opponent_defensive_rating="defensive_rating_avg_last_10",
    )
    weak = defense.select("game_id", *(f"{zone}_weakness" for zone in ZONES), opponent_id="team_id")
    row = row.join(own, ["game_id", "team_id"]).join(other, ["game_id", "opponent_id"])
    return row.join(weak, ["game_id", "opponent_id"])


def _with_league(row: Table, player_pool: Table, team_offense_game_summary: Table) -> Table:
    """Add the league's mean pace and rating over the 30 days before each date."""
    days = player_pool.select(league_date="game_date").distinct()
    games = team_offense_game_summary
    age = days.league_date.delta(games.game_date, unit="day")
    before = days.left_join(games, [age >= 1, age <= LEAGUE_DAYS])
    games_played = before.pace.count().nullif(0)
    league = before.group_by("league_date").aggregate(
        league_pace=billionths(before.pace).sum() / games_played / BILLION,
        league_rating=billionths(before.offensive_rating).sum() / games_played / BILLION,
    )
    return row.join(league, row.game_date == league.league_date)


def _with_age(row: Table, roster: Table) -> Table:
    """Add the age in whole years, from the latest birth date on the year's rosters."""
    born = roster.group_by(born_as="player_id").aggregate(birth_date=roster.birth_date.max())
    row = row.left_join(born, row.player_id == born.born_as)
    date, birth = row.game_date, row.birth_date
    had_birthday = (date.month() * 100 + date.day()) >= (birth.month() * 100 + birth.day())
    years = date.year() - birth.year() - cases((had_birthday, 0), otherwise=1)
    return row.mutate(age_years=years.cast("int64"))


def _fatigue(row: Table) -> Any:
    """Return 100, plus 5 after three days of rest, less deductions; 0 to 100, higher is fresher.

    A player of 31 (-5) on the second night of a back-to-back (-15), with four games in the last
    seven days (-10) and one other back-to-back in the last 14 (-5), has a score of 65.
    """
    rest, games = row.days_rest, row.games_last_7_days
    minutes_per_game = ratio(row.minutes_last_7_days, games)
    adjustments = [
        cases((rest == 1, -15), (rest >= 3, 5), otherwise=0),
        cases((games >= 4, -10), otherwise=0),
        cases((row.minutes_last_7_days > 240, -10), otherwise=0),
        cases((minutes_per_game > 35, -8), otherwise=0),
        cases(
            (row.back_to_backs_last_14_days >= 2, -12),
            (row.back_to_backs_last_14_days == 1, -5),
            otherwise=0,
        ),
        cases((row.age_years >= 35, -10), (row.age_years >= 30, -5), otherwise=0),
    ]
    score = sum(adjustments, literal(FRESH, "int64"))
    return least(greatest(score, 0), FRESH).cast("float64")


def _mismatch(row: Table) -> Any:
    """Return the weakness in the primary zone times min(share / 0.5, 1), times 1.2 if beyond 5.

    A weakness of 8 points and a share of 0.4 give 8 x 0.8 = 6.4; since that is beyond 5, the score
    is 1.2 x 6.4 = 7.7. For a player without a primary zone, the weaknesses of all zones are
    weighted by the player's shares.
    """
    three = ("corner_three", "above_break_three")
    share = {zone: row[f"{zone}_share_last_10"] for zone in ZONES}
    weakness = {zone: row[f"{zone}_weakness"] for zone in ZONES}
    three_share = sum(share[z] for z in three)
    three_weakness = ratio(sum(share[z] * weakness[z] for z in three), three_share)
    scores = {
        "paint": _scaled(weakness["paint"], share["paint"]),
        "mid_range": _scaled(weakness["mid_range"], share["mid_range"]),
        "three": _scaled(three_weakness, three_share),
        BALANCED: sum(weakness[z] * share[z] for z in ZONES),
    }
    score = cases(*((row.primary_zone == zone, score) for zone, score in scores.items()))
    return _clamped(
        cases((score.abs() > LARGE_WEAKNESS, score * 1.2), otherwise=score), MAX_MISMATCH
    )


def _scaled(weakness: Any, share: Any) -> Any:
    return weakness * least(share / FULL_MISMATCH_SHARE, 1.0)


def _usage_spike(row: Table) -> Any:
    """Return the usage that newly absent teammates leave to the player, in percent of team plays.

    The vacated usage is shared among the available players in proportion to their usage times
    minutes. A player with a usage of 25 in 32 minutes (800), whose available teammates have 2,400
    and whose absent ones leave 320, gains 25 x 320 / 3,200 = 2.5.
    """
    own = row.usage * row.minutes
    available = own + row.teammates_available_usage_minutes
    return row.usage * ratio(row.teammates_newly_out_usage_minutes, available)


def _clamped(value: Any, limit: int) -> Any:
    """Clamp a value to the range from ``-limit`` to ``limit``."""
    return greatest(least(value, float(limit)), -float(limit))

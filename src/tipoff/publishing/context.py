"""Reasons in words why a player's game may differ from their usual one.

Each sentence states a fact that was known before tip-off, with its number. The sentences do not
say how a model used the fact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tipoff.publishing.availability import OUT
from tipoff.raw.shot import ZONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows
    from tipoff.publishing.knowledge import Knowledge

READS = ("ml_feature_store", "team_daily_cache", "team_defense_zone_analysis")
"""Tables that context is made from, in addition to those of statuses."""
Row = dict[str, Any]
ANY = ""
"""The market of sentences that apply to all markets."""
ALLOWED = ("points", "rebounds", "assists", "threes", "steals", "blocks", "turnovers")
ZONE_WORDS = {
    "paint": "shots in the paint",
    "mid_range": "mid-range shots",
    "corner_three": "corner threes",
    "above_break_three": "threes above the break",
}
MARKETS_OF_ZONE = {zone: "threes" if zone.endswith("three") else "points" for zone in ZONES}
ALLOWED_COLUMNS = {
    name: f"{'turnovers_forced' if name == 'turnovers' else name + '_allowed'}_avg_last_10"
    for name in ALLOWED
}
FEATURES = (
    "game_id",
    "player_id",
    "team_id",
    "opponent_id",
    "is_back_to_back",
    "days_rest",
    "opponent_days_rest",
    "games_last_7_days",
    "days_since_played",
    "minutes_avg_last_5",
    "minutes_avg_last_10",
    "minutes_std_last_10",
    "minutes_avg_season",
    "usage_rate_avg_last_10",
    "points_avg_last_5",
    "points_avg_season",
    "starts_avg_last_10",
    "games_since_long_absence",
    "games_since_trade",
    "time_zones_crossed",
    "spread",
    *(f"{zone}_share_last_10" for zone in ZONES),
    *(f"{zone}_attempts_avg_last_10" for zone in ZONES),
    *(f"{zone}_field_goal_share_last_10" for zone in ZONES),
)
STANDING = f"""
SELECT team_id, pace_avg_last_10, {", ".join(ALLOWED_COLUMNS.values())},
    {", ".join(f"{zone}_weakness, {zone}_attempts_allowed" for zone in ZONES)}
FROM (FROM team_daily_cache WHERE game_date BETWEEN DATE '{{day}}' - 20 AND DATE '{{day}}'
    QUALIFY row_number() OVER (PARTITION BY team_id ORDER BY game_date DESC) = 1)
LEFT JOIN (FROM team_defense_zone_analysis
    WHERE game_date BETWEEN DATE '{{day}}' - 20 AND DATE '{{day}}'
    QUALIFY row_number() OVER (PARTITION BY team_id ORDER BY game_date DESC) = 1)
    USING (team_id)
ORDER BY team_id
"""
MIN_TEAMS = 8
"""Minimum number of teams for a rank to be stated."""
EXTREMES = 10
"""Ranks are stated for the top and the bottom 1 / ``EXTREMES`` of the teams."""
MIN_ZONE_SHARE = 0.2
MIN_MINUTES = 12.0
"""Minimum average minutes of a teammate whose absence is stated."""
NEW_ABSENCE_DAYS, MAX_ABSENCE_DAYS = 4, 14
"""Days since the player's last game up to which an absence is new, and up to which it is stated.

Later on the team's averages no longer include the player."""


@dataclass(frozen=True)
class Standings:
    """The averages of each team, such as what it allows, and its rank among all teams."""

    of_team: Mapping[int, Row]

    @classmethod
    def read(cls, rows: Rows, day: date) -> Standings:
        """Read each team's newest averages as of just before a date."""
        averages = rows.arrow(STANDING.format(day=day)).to_pylist()
        return cls({row["team_id"]: row for row in averages})

    def rank(self, team: int, column: str) -> tuple[int, int] | None:
        """Return a team's rank, the highest value first, and the team count; None if unknown."""
        values = sorted(
            (row[column] for row in self.of_team.values() if row[column] is not None), reverse=True
        )
        own = self.of_team.get(team, {}).get(column)
        if own is None or len(values) < MIN_TEAMS:
            return None
        return values.index(own) + 1, len(values)

    def superlative(self, team: int, column: str) -> str | None:
        """Return "the most", "the 2nd fewest" and so on; None for a team in the middle."""
        rank = self.rank(team, column)
        if rank is None:
            return None
        place, count = rank
        if place <= _extreme(count):
            return f"the {_ordinal(place)}most"
        back = count - place + 1
        return f"the {_ordinal(back)}fewest" if back <= _extreme(count) else None


def features(rows: Rows, day: date) -> pa.Table:
    """Return the features that context is made from, of everyone who may play on a date."""
    return rows.arrow(
        f"SELECT {', '.join(FEATURES)} FROM ml_feature_store WHERE game_date = DATE '{day}'"
        " ORDER BY game_id, player_id"
    )


@dataclass(frozen=True)
class Fact:
    """A sentence about a player's game."""

    market: str
    """The market that the sentence is about; empty if it applies to all markets."""
    text: str
    is_known: bool
    """Whether the game's predictions knew it when they were made."""


def facts(
    known: Sequence[Row], statuses: Sequence[Row], standings: Standings, knowledge: Knowledge
) -> Iterator[tuple[Row, Fact]]:
    """Yield feature rows, each with one fact; a player's facts known to predictions come first.

    Args:
        known: rows of ``features``.
        statuses: rows of ``availability.statuses``.
        standings: the averages and ranks of teams.
        knowledge: the absences and lineups that the predictions knew.
    """
    status = {(row["game_id"], row["player_id"]): row for row in statuses}
    own = {(row["game_id"], row["player_id"]): row for row in known}
    absent = _absent(statuses, own)
    for key, row in own.items():
        if key not in status or status[key]["status"] == OUT:
            continue
        before = (*_of_role(row), *_of_schedule(row), *_of_form(row), *_of_opponent(row, standings))
        own_facts = [
            *_of_teammates(absent.get((row["game_id"], row["team_id"]), ()), knowledge),
            *_of_lineup(row, status[key], knowledge),
            *(Fact(market, text, is_known=True) for market, text in before),
        ]
        for fact in sorted(own_facts, key=lambda each: not each.is_known):
            text = fact.text.replace("%", "\u202f%").replace(" \u202f", "\u202f")
            yield row, replace(fact, text=text)


def _absent(statuses: Iterable[Row], own: Mapping[Any, Row]) -> dict[tuple[str, int], list[Row]]:
    """Return the absent rotation players of each game and team, the most minutes first."""
    absent: dict[tuple[str, int], list[Row]] = {}
    for row in statuses:
        features = own.get((row["game_id"], row["player_id"]))
        minutes = (features or {}).get("minutes_avg_last_10") or 0.0
        days_out = (features or {}).get("days_since_played")
        is_recent = days_out is not None and days_out <= MAX_ABSENCE_DAYS
        if row["status"] == OUT and features and minutes >= MIN_MINUTES and is_recent:
            named = {**features, "player_name": row["player_name"]}
            absent.setdefault((row["game_id"], row["team_id"]), []).append(named)
    for rows in absent.values():
        rows.sort(key=lambda row: -row["minutes_avg_last_10"])
    return absent


def _of_teammates(absent: Sequence[Row], knowledge: Knowledge) -> Iterator[Fact]:
    for row in absent[:3]:
        usage = row["usage_rate_avg_last_10"]
        share = "" if usage is None else f" at {usage:.0f} % usage"
        minutes = row["minutes_avg_last_10"]
        is_new = row["days_since_played"] <= NEW_ABSENCE_DAYS
        word = "is out" if is_new else "is still out"
        text = f"{row['player_name']} {word}: leaves {minutes:.0f} minutes{share}"
        yield Fact(ANY, text, knowledge.knew_out(row["game_id"], row["player_id"]))


def _of_lineup(row: Row, status: Row, knowledge: Knowledge) -> Iterator[Fact]:
    starts, starting = row["starts_avg_last_10"], status["starting"]
    lineup = (status["lineup_status"] or "").lower()
    known = knowledge.knew_starting(row["game_id"], row["player_id"], starting)
    if starting and starts is not None and starts < 0.5:
        yield Fact(ANY, f"{lineup} to start, after {starts:.0%} of the last 10 games", known)
    if starting is False and starts is not None and starts >= 0.5:
        text = f"not in the {lineup} five, after starting {starts:.0%} of the last 10 games"
        yield Fact(ANY, text, known)


def _of_role(row: Row) -> Iterator[tuple[str, str]]:
    recent, season = row["minutes_avg_last_5"], row["minutes_avg_season"]
    if recent and season and season >= MIN_MINUTES and abs(recent - season) >= 0.15 * season:
        word = "up" if recent > season else "down"
        yield ANY, f"minutes {word}: {recent:.0f} over the last 5 games, {season:.0f} this season"
    if row["games_since_long_absence"] is not None and row["games_since_long_absence"] <= 2:
        yield ANY, "just back after missing two weeks or more"
    if row["games_since_trade"] is not None and row["games_since_trade"] <= 4:
        yield ANY, "new to the team: fewer than five games played for it"


def _of_schedule(row: Row) -> Iterator[tuple[str, str]]:
    if row["is_back_to_back"]:
        yield ANY, "second night of a back-to-back"
    elif row["days_rest"] is not None and 4 <= row["days_rest"] <= 14:
        yield ANY, f"rested: {row['days_rest']:.0f} days since the team's last game"
    if row["games_last_7_days"] is not None and row["games_last_7_days"] >= 4:
        yield ANY, f"{row['games_last_7_days']:.0f} games played in the last seven days"
    if row["time_zones_crossed"] is not None and abs(row["time_zones_crossed"]) >= 2:
        yield ANY, f"{abs(row['time_zones_crossed']):.0f} time zones crossed since the last game"
    if row["spread"] is not None and abs(row["spread"]) >= 10:
        side = "favourites" if row["spread"] < 0 else "underdogs"
        yield ANY, f"{side} by {abs(row['spread']):g}: starters may sit late"


def _of_form(row: Row) -> Iterator[tuple[str, str]]:
    recent, season = row["points_avg_last_5"], row["points_avg_season"]
    if recent is None or not season or season < 8 or abs(recent - season) < 0.25 * season:
        return
    word = "hot" if recent > season else "cold"
    yield "points", f"{word}: {recent:.1f} points over the last 5 games, {season:.1f} this season"


def _of_opponent(row: Row, standings: Standings) -> Iterator[tuple[str, str]]:
    opponent = row["opponent_id"]
    pace = standings.rank(opponent, "pace_avg_last_10")
    if pace is not None and pace[0] <= _extreme(pace[1]):
        yield ANY, f"opponent plays the {_ordinal(pace[0])}fastest pace of {pace[1]} teams"
    if pace is not None and pace[1] - pace[0] < _extreme(pace[1]):
        back = pace[1] - pace[0] + 1
        yield ANY, f"opponent plays the {_ordinal(back)}slowest pace of {pace[1]} teams"
    for name, column in ALLOWED_COLUMNS.items():
        superlative = standings.superlative(opponent, column)
        if superlative:
            verb = "forces" if name == "turnovers" else "allows"
            yield name, f"opponent {verb} {superlative} {name} over its last 10 games"
    for zone, words in ZONE_WORDS.items():
        share = row[f"{zone}_share_last_10"]
        superlative = standings.superlative(opponent, f"{zone}_attempts_allowed")
        if superlative and share is not None and share >= MIN_ZONE_SHARE:
            yield (
                MARKETS_OF_ZONE[zone],
                f"opponent allows {superlative} {words}; {share:.0%} of the player's shots",
            )


def _extreme(count: int) -> int:
    return max(count // EXTREMES, 1)


def _ordinal(place: int) -> str:
    """Return "" for the first place, "2nd " for the second, and so on."""
    return "" if place == 1 else f"{place}{ {2: 'nd', 3: 'rd'}.get(place, 'th') } "

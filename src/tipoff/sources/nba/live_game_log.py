"""Lines of the season logs for a single game, from the live feed's box score.

The logs come from the statistics service, which is slower and blocks clients. Until a log has a
game, the game's lines come from the live feed, so that predictions can be graded the same evening.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.domain.names import name_key
from tipoff.sources.nba.box_clock import box_seconds
from tipoff.sources.nba.live_box_score import YES, live_game, live_players
from tipoff.sources.parsing.json_rows import field, full_name, league_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

FINAL = 3
SIDES = ("homeTeam", "awayTeam")
PLAYER_COUNTS = {
    "FGM": "fieldGoalsMade",
    "FGA": "fieldGoalsAttempted",
    "FG3M": "threePointersMade",
    "FG3A": "threePointersAttempted",
    "FTM": "freeThrowsMade",
    "FTA": "freeThrowsAttempted",
    "OREB": "reboundsOffensive",
    "DREB": "reboundsDefensive",
    "REB": "reboundsTotal",
    "AST": "assists",
    "STL": "steals",
    "BLK": "blocks",
    "TOV": "turnovers",
    "PF": "foulsPersonal",
    "PTS": "points",
}
"""The live feed's name for each count in a log."""
TEAM_COUNTS = {**PLAYER_COUNTS, "REB": "reboundsPersonal", "TOV": "turnoversTotal"}
"""The same for teams. A team's rebounds in a log are the sum of its players'; its turnovers also
include team turnovers."""


def live_player_lines(payload: Payload) -> Iterator[dict[str, Any]]:
    """Yield the log lines of the players who appeared in a game; none unless the game is final.

    Raises:
        PayloadError: the payload is not a box score of the live feed.
    """
    for team in _team_lines(payload):
        for _, team_id, player in live_players(payload):
            if team_id == team["TEAM_ID"] and field(player, "played") == YES:
                name = full_name(field(player, "firstName"), field(player, "familyName"))
                counts = field(player, "statistics")
                yield {
                    **team,
                    "PLAYER_ID": field(player, "personId"),
                    "PLAYER_NAME": name,
                    "NAME_KEY": name_key(name),
                    "MIN": _whole_minutes(field(counts, "minutes")),
                    "PLUS_MINUS": field(counts, "plusMinusPoints"),
                    **{name: field(counts, live) for name, live in PLAYER_COUNTS.items()},
                }


def live_team_lines(payload: Payload) -> Iterator[dict[str, Any]]:
    """Yield the log lines of both teams of a game; none unless the game is final.

    Raises:
        PayloadError: the payload is not a box score of the live feed.
    """
    game = live_game(payload)
    points = {side: field(field(game, side), "score") for side in SIDES}
    for team, side, other in zip(_team_lines(payload), SIDES, reversed(SIDES), strict=False):
        counts = field(field(game, side), "statistics")
        yield {
            **team,
            "MIN": _whole_minutes(field(counts, "minutes")),
            "PLUS_MINUS": points[side] - points[other],
            **{name: field(counts, live) for name, live in TEAM_COUNTS.items()},
        }


def _team_lines(payload: Payload) -> Iterator[dict[str, Any]]:
    """Yield the fields common to all lines of each team, home then away, once a game is final."""
    game = live_game(payload)
    if field(game, "gameStatus") != FINAL:
        return
    home, away = (field(game, side) for side in SIDES)
    for team, word, other in ((home, "vs.", away), (away, "@", home)):
        code = field(team, "teamTricode")
        yield {
            "TEAM_ID": field(team, "teamId"),
            "TEAM_ABBREVIATION": code,
            "GAME_ID": field(game, "gameId"),
            "GAME_DATE": league_date(field(game, "gameEt")),
            "MATCHUP": f"{code} {word} {field(other, 'teamTricode')}",
            "WL": "W" if field(team, "score") > field(other, "score") else "L",
            "FROM_LOG": False,
        }


def _whole_minutes(clock: Any) -> int | Any:
    """Return minutes rounded as in the logs; a value that is not a time is returned unchanged."""
    seconds = box_seconds(clock)
    return (seconds + 30) // 60 if isinstance(seconds, int) else seconds

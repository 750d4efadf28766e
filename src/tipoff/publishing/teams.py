"""Game logs: the players of each team, with their box scores of two seasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.publishing.columns import encoded, encoded_slices
from tipoff.publishing.inputs import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows
    from tipoff.publishing.inputs import Inputs

READS = ("player_game_summary", "schedule", "player_pool")
"""Tables that game logs are made from."""
SEASONS = 2
"""Number of seasons in a log: the newest and those before it."""
COUNT_COLUMNS = ("points", "rebounds", "assists", "threes_made", "steals", "blocks", "turnovers")
LOG_COLUMNS = (
    "player_id",
    "game_id",
    "game_date",
    "season",
    "team_id",
    "opponent_id",
    "home",
    "starter",
    "seconds",
    *COUNT_COLUMNS,
)
"""Columns of ``player_game_summary`` that a log is made from."""
ORDER = ("of_team", "player_name", "player_id", "game_date", "game_id")
NEWEST_TEAM = """
WITH season AS (
    SELECT DISTINCT season FROM player_game_summary ORDER BY season DESC LIMIT {seasons}
), played AS (
    FROM player_game_summary WHERE season IN (FROM season)
), named AS (
    SELECT player_id, player_name, team_id, game_date FROM player_pool
        WHERE game_date >= DATE '{day}' - 30
    UNION ALL SELECT player_id, player_name, team_id, game_date FROM played
), member AS (
    SELECT player_id, arg_max(player_name, game_date) AS player_name,
        arg_max(team_id, game_date) AS team_id
    FROM named GROUP BY player_id
)
"""
LOGS = (
    NEWEST_TEAM
    + f"""
SELECT m.team_id AS of_team, p.player_id, m.player_name, p.game_id, p.game_date, p.season,
    p.team_id, p.opponent_id, p.home, p.starter, round(p.seconds / 60, 1) AS minutes,
    {", ".join(f"p.{name}" for name in COUNT_COLUMNS)}
FROM played p JOIN member m USING (player_id)
"""
)
DIGESTS = (
    NEWEST_TEAM
    + f"""
SELECT m.team_id, bit_xor(hash({", ".join(f"p.{name}" for name in LOG_COLUMNS)})), count(*),
    bit_xor(hash(m)) FROM played p
JOIN member m USING (player_id) GROUP BY m.team_id ORDER BY m.team_id
"""
)
CODES = """
SELECT team_id, arg_max(code, game_date) AS code, arg_max(name, game_date) AS name FROM (
    SELECT home_team_id AS team_id, home_team_code AS code, home_team_name AS name, game_date
        FROM schedule
    UNION ALL SELECT away_team_id, away_team_code, away_team_name, game_date FROM schedule)
GROUP BY team_id ORDER BY name, team_id
"""
GAME_COLUMNS = (
    "player",
    "game_id",
    "game_date",
    "season",
    "team",
    "opponent",
    "home",
    "starter",
    "minutes",
    *COUNT_COLUMNS,
)


def path_of(team: int) -> str:
    """Return the path of a team's log in a release."""
    return f"teams/{team}.json"


def digests(inputs: Inputs) -> dict[str, str]:
    """Return path -> digest of the rows that a team's log is made from."""
    digest_rows = inputs.rows.query(DIGESTS.format(seasons=SEASONS, day=inputs.today))
    return {path_of(team): digest_of(*map(str, parts)) for team, *parts in digest_rows}


def logs(rows: Rows, today: date, paths: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield path and content of the requested logs.

    A player is in the log of their most recent team, with all of their games of the last two
    seasons, including those for other teams. In ``games``, ``player`` is a row number in
    ``players``, from 0; ``team`` and ``opponent`` are codes.
    """
    played = rows.arrow(LOGS.format(seasons=SEASONS, day=today))
    played = played.sort_by([(name, "ascending") for name in ORDER])
    teams = {row["team_id"]: row for row in rows.arrow(CODES).to_pylist()}
    players, games, logged_teams = _by_team(played, teams)
    for place, team in enumerate(logged_teams):
        if path_of(team) in paths:
            yield (
                path_of(team),
                {
                    "team_id": team,
                    "code": teams.get(team, {}).get("code"),
                    "name": teams.get(team, {}).get("name"),
                    "players": players[place],
                    "games": games[place],
                },
            )


def directory(rows: Rows, today: date) -> dict[str, Any]:
    """Return all teams, and the players of the last two seasons with the row of their team."""
    import pyarrow as pa

    teams = rows.arrow(CODES)
    place = {team: row for row, team in enumerate(teams["team_id"].to_pylist())}
    members = rows.arrow(
        NEWEST_TEAM.format(seasons=SEASONS, day=today)
        + "SELECT player_id, player_name, team_id FROM member ORDER BY player_name, player_id"
    )
    team = pa.array([place.get(each) for each in members["team_id"].to_pylist()], pa.int64())
    players = members.drop_columns(["team_id"]).append_column("team", team)
    return {"teams": encoded(teams), "players": encoded(players)}


def _by_team(
    rows: pa.Table, teams: Mapping[int, Mapping[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[int]]:
    """Return the players of each team and their games as JSON columns, and the team ids.

    Args:
        rows: the rows of ``LOGS``, sorted by ``ORDER``.
        teams: team id -> row of ``CODES``.
    """
    import pyarrow as pa

    team, player = (rows[name].to_numpy() for name in ("of_team", "player_id"))
    new_team = np.diff(team, prepend=-1) != 0
    new_player = new_team | (np.diff(player, prepend=-1) != 0)
    number = np.cumsum(new_player) - 1
    first_players = number[new_team]
    bounds = [*np.flatnonzero(new_team).tolist(), rows.num_rows]
    codes = {each: row["code"] for each, row in teams.items()}
    replaced = {
        "player": pa.array(number - np.repeat(first_players, np.diff(bounds))),
        "team": _looked_up(rows["team_id"], codes, pa.string()),
        "opponent": _looked_up(rows["opponent_id"], codes, pa.string()),
    }
    columns = {name: replaced[name] if name in replaced else rows[name] for name in GAME_COLUMNS}
    players = rows.select(["player_id", "player_name"]).filter(pa.array(new_player))
    return (
        encoded_slices(players, [*first_players.tolist(), players.num_rows]),
        encoded_slices(pa.table(columns), bounds),
        team[new_team].tolist(),
    )


def _looked_up(column: pa.ChunkedArray, values: Mapping[int, Any], dtype: pa.DataType) -> pa.Array:
    """Return each row's value looked up in ``values``; missing where it has no entry."""
    import pyarrow as pa

    words = column.combine_chunks().dictionary_encode("encode")
    known = pa.array([values.get(word) for word in words.dictionary.to_pylist()], dtype)
    return known.take(words.indices)

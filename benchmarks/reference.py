"""The script by hand: the same features in plain DuckDB, without kernel, checks or history.

``python -m benchmarks.reference RECORDED OUT.duckdb`` reads the recorded payloads with DuckDB's
JSON reader and writes a feature store with the same rows and many of the same columns. It is the
reference for the time of the pipeline's raw, analytics and feature tables. It quarantines nothing,
verifies nothing, keeps no ledger, and computes everything every time.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

COUNTED = (
    "points",
    "field_goals_attempted",
    "field_goals_made",
    "threes_attempted",
    "threes_made",
    "free_throws_attempted",
    "free_throws_made",
    "rebounds",
    "assists",
    "turnovers",
)
ZONES = {
    "paint": "('Restricted Area', 'In The Paint (Non-RA)')",
    "mid_range": "('Mid-Range')",
    "corner_three": "('Left Corner 3', 'Right Corner 3')",
    "above_break_three": "('Above the Break 3')",
}
ZONE_COUNTS = [f"{zone}_{what}" for zone in ZONES for what in ("attempts", "makes")]
GAMES = (3, 5, 10, 20)
SPREAD = ("points", "minutes", "usage_rate", *(n for n in ZONE_COUNTS if n.endswith("attempts")))
TEAM_RATES = ("pace", "offensive_rating", "defensive_rating", "points", "points_allowed", "wins")

LOG = """
    CREATE TABLE {name} AS SELECT {columns} FROM (
        SELECT unnest(resultSets[1].rowSet) AS r FROM read_json('{files}',
            columns={{resultSets: 'STRUCT(headers VARCHAR[], rowSet JSON[])[]'}},
            maximum_object_size=200000000))
"""


def main(recorded: Path, out: Path) -> None:
    """Compute everything from the payload files into a new database file."""
    out.unlink(missing_ok=True)
    with duckdb.connect(str(out)) as db:
        db.execute("SET preserve_insertion_order = false")
        raw(db, recorded / "nba_stats", recorded / "lines")
        analytics(db)
        features(db)


def raw(db: duckdb.DuckDBPyConnection, stats: Path, lines: Path) -> None:
    """Make typed rows from the payload files."""
    (first,) = sorted((stats / "leaguegamelog").glob("*.P.json.gz"))[:1]
    _log(db, "player_line", stats / "leaguegamelog/*.P.json.gz", _headers(db, first))
    (first,) = sorted((stats / "leaguegamelog").glob("*.T.json.gz"))[:1]
    _log(db, "team_line", stats / "leaguegamelog/*.T.json.gz", _headers(db, first))
    first = next(iter(sorted((stats / "shotchartdetail").glob("*.json.gz"))))
    _log(db, "attempt", stats / "shotchartdetail/*.json.gz", _headers(db, first))
    db.execute(f"""
        CREATE TABLE game AS SELECT g.gameId AS game_id, season,
            strptime(d.gameDate[:10], '%m/%d/%Y')::DATE AS game_date,
            g.homeTeam.teamId AS home_id, g.awayTeam.teamId AS away_id,
            g.homeTeam.teamCity || ' ' || g.homeTeam.teamName AS home_name,
            g.awayTeam.teamCity || ' ' || g.awayTeam.teamName AS away_name
        FROM (SELECT season, d, unnest(d.games) AS g FROM (
            SELECT leagueSchedule.seasonYear AS season, unnest(leagueSchedule.gameDates) AS d
            FROM read_json('{stats}/scheduleleaguev2/*.json.gz', maximum_object_size=200000000)))
    """)
    db.execute(f"""
        CREATE TABLE clock AS SELECT game_id, p.personId AS player_id, team_id,
            p.position <> '' AS starter, p.statistics.minutes AS played,
            TRY_CAST(split_part(played, ':', 1) AS INT) * 60
                + TRY_CAST(split_part(played, ':', 2) AS INT) AS seconds
        FROM (SELECT game_id, t.teamId AS team_id, unnest(t.players) AS p FROM (
            SELECT boxScoreTraditional.gameId AS game_id, unnest([boxScoreTraditional.homeTeam,
                boxScoreTraditional.awayTeam]) AS t
            FROM read_json('{stats}/boxscoretraditionalv3/*.jsonl.gz', columns={{
                boxScoreTraditional: 'STRUCT(gameId VARCHAR,
                    homeTeam STRUCT(teamId BIGINT, players STRUCT(personId BIGINT,
                        position VARCHAR, statistics STRUCT(minutes VARCHAR))[]),
                    awayTeam STRUCT(teamId BIGINT, players STRUCT(personId BIGINT,
                        position VARCHAR, statistics STRUCT(minutes VARCHAR))[]))'}})))
    """)
    db.execute(f"""
        CREATE TABLE inactive AS SELECT game_id, (r->>0)::BIGINT AS player_id,
            (r->>4)::BIGINT AS team_id
        FROM (SELECT parameters.GameID AS game_id, unnest(resultSets[1].rowSet) AS r
            FROM read_json('{stats}/boxscoresummaryv2/*.jsonl.gz', columns={{
                parameters: 'STRUCT(GameID VARCHAR)',
                resultSets: 'STRUCT(rowSet JSON[])[]'}}))
    """)
    db.execute(f"""
        CREATE TABLE market AS SELECT game_date, home_team, away_team, home_spread,
            CASE WHEN total BETWEEN 120 AND 320 THEN total END AS total
        FROM read_csv('{lines}/game_odds_*.csv.gz', union_by_name=true)
    """)


def analytics(db: duckdb.DuckDBPyConnection) -> None:
    """Make one row per team and game, and one per player and game."""
    zones = ", ".join(
        f"count(*) FILTER (SHOT_ZONE_BASIC IN {basic}) AS {zone}_attempts,"
        f" count(*) FILTER (SHOT_ZONE_BASIC IN {basic} AND SHOT_MADE_FLAG = '1') AS {zone}_makes"
        for zone, basic in ZONES.items()
    )
    db.execute(f"""
        CREATE TABLE zone AS SELECT GAME_ID AS game_id, PLAYER_ID::BIGINT AS player_id, {zones}
        FROM attempt GROUP BY ALL
    """)
    db.execute("""
        CREATE TABLE team_game AS
        WITH line AS (SELECT GAME_ID AS game_id, TEAM_ID::BIGINT AS team_id, MIN::INT AS minutes,
            GAME_DATE[:10]::DATE AS game_date, PTS::INT AS points, WL = 'W' AS won,
            FGA::INT + 0.44 * FTA::INT + TOV::INT AS plays, plays - OREB::INT AS possessions
            FROM team_line)
        SELECT a.*, b.team_id AS opponent_id, b.points AS points_allowed, a.won::INT AS wins,
            100 * a.points / a.possessions AS offensive_rating,
            100 * b.points / b.possessions AS defensive_rating,
            48 * a.possessions / (a.minutes / 5) AS pace
        FROM line a JOIN line b ON a.game_id = b.game_id AND a.team_id <> b.team_id
    """)
    db.execute(f"""
        CREATE TABLE player_game AS
        SELECT l.GAME_ID AS game_id, l.PLAYER_ID::BIGINT AS player_id, t.team_id, t.game_date,
            g.season, c.starter::INT AS starts, coalesce(c.seconds, l.MIN::INT * 60) AS seconds,
            seconds / 60 AS minutes, PTS::INT AS points, FGA::INT AS field_goals_attempted,
            FGM::INT AS field_goals_made, FG3A::INT AS threes_attempted, FG3M::INT AS threes_made,
            FTA::INT AS free_throws_attempted, FTM::INT AS free_throws_made, REB::INT AS rebounds,
            AST::INT AS assists, TOV::INT AS turnovers, CASE WHEN seconds >= 180 THEN
                100 * (FGA::INT + 0.44 * FTA::INT + TOV::INT) * (t.minutes / 5)
                / (seconds / 60 * t.plays) END AS usage_rate,
            {
        ", ".join(f"coalesce(z.{n}, CASE WHEN FGA::INT = 0 THEN 0 END) AS {n}" for n in ZONE_COUNTS)
    }
        FROM player_line l JOIN team_game t
            ON t.game_id = l.GAME_ID AND t.team_id = l.TEAM_ID::BIGINT
        JOIN game g ON g.game_id = l.GAME_ID
        LEFT JOIN clock c ON c.game_id = l.GAME_ID AND c.player_id = l.PLAYER_ID::BIGINT
        LEFT JOIN zone z ON z.game_id = l.GAME_ID AND z.player_id = l.PLAYER_ID::BIGINT
    """)


def features(db: duckdb.DuckDBPyConnection) -> None:
    """Make the pool, the form of players and teams before each game, and the feature store."""
    db.execute("""
        CREATE TABLE named AS
        SELECT game_id, game_date, team_id, player_id FROM (
            SELECT game_id, team_id, player_id FROM clock
            UNION SELECT game_id, team_id, player_id FROM inactive
            UNION SELECT game_id, team_id, player_id FROM player_game) JOIN game USING (game_id)
    """)
    db.execute("""
        CREATE TABLE side AS SELECT game_id, game_date, season, home_id AS team_id,
            away_id AS opponent_id, true AS home FROM game
        UNION ALL SELECT game_id, game_date, season, away_id, home_id, false FROM game
    """)
    db.execute("""
        CREATE TABLE pool AS
        WITH played AS (SELECT DISTINCT team_id, game_date FROM named),
        recent AS (
            SELECT s.game_id, s.team_id, p.game_date AS seen, row_number() OVER (
                PARTITION BY s.game_id, s.team_id ORDER BY p.game_date DESC) AS ago
            FROM side s JOIN played p ON p.team_id = s.team_id AND p.game_date < s.game_date
                AND p.game_date >= s.game_date - 365),
        candidate AS (SELECT DISTINCT r.game_id, n.player_id FROM recent r
            JOIN named n ON n.team_id = r.team_id AND n.game_date = r.seen WHERE ago <= 10),
        one AS (SELECT player_id, game_date, min(team_id) AS team_id FROM named GROUP BY ALL),
        dated AS (SELECT DISTINCT c.game_id, c.player_id, g.game_date
            FROM candidate c JOIN game g USING (game_id)),
        last AS (SELECT d.*, o.team_id FROM dated d ASOF JOIN one o
            ON o.player_id = d.player_id AND o.game_date < d.game_date)
        SELECT l.game_id, l.player_id, s.*  EXCLUDE (game_id),
            i.player_id IS NOT NULL AS listed_inactive
        FROM last l JOIN side s ON s.game_id = l.game_id AND s.team_id = l.team_id
        LEFT JOIN inactive i ON i.game_id = l.game_id AND i.player_id = l.player_id
    """)
    statistics = ("minutes", "usage_rate", "starts", *COUNTED, *ZONE_COUNTS)
    db.execute(_form("player_form", "player_game", "player_id", statistics))
    db.execute(
        _form("team_form", "team_game JOIN game USING (game_id, game_date)", "team_id", TEAM_RATES)
    )
    form = [n for n in _columns(db, "player_form") if n not in ("player_id", "game_date", "season")]
    in_season = [
        f"CASE WHEN f.season = p.season THEN f.{n} END AS {n}"
        if n.endswith("_season")
        else f"f.{n}"
        for n in form
    ]
    db.execute(f"""
        CREATE TABLE player_before AS
        SELECT p.*, {", ".join(in_season)}, p.game_date - f.game_date AS days_since_played
        FROM pool p ASOF LEFT JOIN player_form f
            ON f.player_id = p.player_id AND f.game_date < p.game_date
    """)
    db.execute("""
        CREATE TABLE load AS SELECT p.game_id, p.player_id,
            count(h.game_id) FILTER (p.game_date - h.game_date <= 7) AS games_last_7_days,
            count(h.game_id) AS games_last_14_days,
            coalesce(sum(h.seconds) FILTER (p.game_date - h.game_date <= 7), 0) / 60
                AS minutes_last_7_days,
            coalesce(sum(h.seconds), 0) / 60 AS minutes_last_14_days
        FROM pool p LEFT JOIN player_game h ON h.player_id = p.player_id
            AND h.game_date < p.game_date AND h.game_date >= p.game_date - 14
        GROUP BY ALL
    """)
    sums = {
        "teammates_out": ("listed_inactive", "1"),
        "teammates_out_minutes": ("listed_inactive", "minutes_avg_last_10"),
        "teammates_out_points": ("listed_inactive", "points_avg_last_10"),
        "teammates_newly_out_minutes": ("newly", "minutes_avg_last_10"),
        "teammates_newly_out_points": ("newly", "points_avg_last_10"),
        "teammates_newly_out_usage": ("newly", "usage_rate_avg_last_10"),
        "teammates_back_minutes": ("back", "minutes_avg_last_10"),
        "teammates_available_minutes": ("NOT listed_inactive", "minutes_avg_last_10"),
    }
    parts = ", ".join(
        f"coalesce(CASE WHEN {when} THEN {value} END, 0) AS {n}_part"
        for n, (when, value) in sums.items()
    )
    others = ", ".join(
        f"sum({n}_part) OVER (PARTITION BY game_id, team_id) - {n}_part AS {n}" for n in sums
    )
    db.execute(f"""
        CREATE TABLE out AS WITH member AS (SELECT game_id, player_id, team_id,
            listed_inactive AND days_since_played <= 12 AS newly,
            NOT listed_inactive AND days_since_played > 12 AS back, {parts} FROM player_before)
        SELECT game_id, player_id, {others} FROM member
    """)
    _store(db)


def _store(db: duckdb.DuckDBPyConnection) -> None:
    """Join all features of a player before a game into one row."""
    kept = (
        "pace_avg_last_10",
        "offensive_rating_avg_last_10",
        "defensive_rating_avg_last_10",
        "points_avg_last_10",
        "points_allowed_avg_last_10",
        "wins_avg_season",
        "days_rest",
        "games_last_7_days",
    )
    form = [n for n in _columns(db, "team_form") if n not in ("team_id", "game_date", "season")]
    in_season = [
        f"CASE WHEN f.season = s.season THEN f.{n} END AS {n}"
        if n.endswith("_season")
        else f"f.{n}"
        for n in form
    ]
    db.execute(f"""
        CREATE TABLE team_before AS SELECT s.*, {", ".join(in_season)},
            s.game_date - lag(s.game_date) OVER w AS days_rest,
            count(*) OVER (PARTITION BY s.team_id ORDER BY s.game_date
                RANGE BETWEEN INTERVAL 7 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING)
                AS games_last_7_days,
            m.total, CASE WHEN home THEN m.home_spread ELSE -m.home_spread END AS spread,
            (m.total - spread) / 2 AS implied_team_total
        FROM side s JOIN game g USING (game_id)
        ASOF LEFT JOIN team_form f ON f.team_id = s.team_id AND f.game_date < s.game_date
        LEFT JOIN market m ON m.game_date = s.game_date AND m.home_team = g.home_name
            AND m.away_team = g.away_name
        WINDOW w AS (PARTITION BY s.team_id ORDER BY s.game_date)
    """)
    zones = [f"{z}_attempts_avg_{w}" for w in ("last_10", "last_20") for z in ZONES]
    shares = ", ".join(
        f"{name} / nullif({' + '.join(n for n in zones if n.endswith(name[-7:]))}, 0)"
        f" AS {name.replace('_attempts_avg', '_share')}"
        for name in zones
    )
    db.execute(f"""
        CREATE TABLE store AS SELECT b.*, {shares}, l.* EXCLUDE (game_id, player_id),
            o.* EXCLUDE (game_id, player_id), t.total, t.spread, t.implied_team_total,
            {", ".join(f"t.{n} AS team_{n}, r.{n} AS opponent_{n}" for n in kept)}
        FROM player_before b JOIN load l USING (game_id, player_id)
        JOIN out o USING (game_id, player_id)
        JOIN team_before t ON t.game_id = b.game_id AND t.team_id = b.team_id
        JOIN team_before r ON r.game_id = b.game_id AND r.team_id = b.opponent_id
    """)


def _form(name: str, history: str, by: str, statistics: tuple[str, ...]) -> str:
    """Return SQL for means and deviations over an owner's last games and season, by game."""
    windows = {f"last_{n}": f"w{n}" for n in GAMES} | {"season": "ws"}
    columns = [f"count(*) OVER {w} AS games_{window}" for window, w in windows.items()]
    for each in statistics:
        for window, w in windows.items():
            columns.append(f"avg({each}) OVER {w} AS {each}_avg_{window}")
            if each in SPREAD:
                columns.append(f"stddev_samp({each}) OVER {w} AS {each}_std_{window}")
    defined = [
        f"w{n} AS (PARTITION BY {by} ORDER BY game_date ROWS {n - 1} PRECEDING)" for n in GAMES
    ]
    defined.append(f"ws AS (PARTITION BY {by}, season ORDER BY game_date)")
    return (
        f"CREATE TABLE {name} AS SELECT {by}, game_date, season, {', '.join(columns)}"
        f" FROM {history} WINDOW {', '.join(defined)}"
    )


def _log(db: duckdb.DuckDBPyConnection, name: str, files: Path, headers: list[str]) -> None:
    columns = ", ".join(f"r->>{place} AS {header}" for place, header in enumerate(headers))
    db.execute(LOG.format(name=name, columns=columns, files=files))


def _headers(db: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    row = db.execute(
        f"SELECT resultSets[1].headers FROM read_json('{path}',"
        " columns={resultSets: 'STRUCT(headers VARCHAR[])[]'}, maximum_object_size=200000000)"
    ).fetchone()
    assert row is not None
    headers: list[str] = row[0]
    return headers


def _columns(db: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [name for name, *_ in db.execute(f"DESCRIBE {table}").fetchall()]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""The status of everyone who may play on a date, by the newest report of any source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.analytics.seen_name import INJURIES
from tipoff.raw.daily_lineup import CONFIRMED, INACTIVE

if TYPE_CHECKING:
    from datetime import date, datetime

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = (
    "player_pool",
    "schedule",
    "injury_report",
    "injury_submission",
    "resolved_name",
    "daily_lineup",
    "inactive_player",
)
"""Tables that statuses are made from."""
OUT = "out"
NEWEST = """
WITH pool AS (
    SELECT p.*, if(p.home, home_team_name, away_team_name) AS team_name
    FROM (FROM player_pool WHERE game_date = DATE '{day}') p
    JOIN (SELECT game_id, home_team_name, away_team_name FROM schedule
        WHERE game_date = DATE '{day}') USING (game_id)
), edition AS (
    SELECT team_name, max(report_at) AS report_at FROM injury_submission
    WHERE game_date = DATE '{day}' AND submitted AND report_at <= TIMESTAMP '{until}'
    GROUP BY team_name
), listed AS (
    SELECT setting AS team_name, player_id, report_at, any_value(status ORDER BY status) AS said,
        any_value(reason ORDER BY status) AS said_reason
    FROM (FROM injury_report WHERE game_date = DATE '{day}') r
    JOIN (FROM resolved_name WHERE game_date = DATE '{day}' AND source = '{injuries}') n
        ON n.setting = r.team_name AND n.player_name = r.player_name
    GROUP BY ALL
), snapshot AS (
    FROM daily_lineup WHERE game_date = DATE '{day}' AND captured_at <= TIMESTAMP '{until}'
    QUALIFY captured_at = max(captured_at) OVER (PARTITION BY game_id, team_id)
), lineup AS (
    SELECT game_id, team_id, max(captured_at) AS lineup_at, min(lineup_status) AS lineup_status
    FROM snapshot GROUP BY ALL
), inactive AS (
    SELECT DISTINCT game_id, player_id FROM inactive_player
    WHERE game_date = DATE '{day}' AND {reads_inactives}
)
SELECT p.game_id, p.player_id, p.player_name, p.team_id, p.home, e.report_at, said AS reported,
    said_reason, lineup_at, lineup.lineup_status, s.starter AS starting, s.roster_status,
    i.player_id IS NOT NULL AS on_inactive_list
FROM pool p
LEFT JOIN edition e USING (team_name)
LEFT JOIN listed l ON l.team_name = p.team_name AND l.player_id = p.player_id
    AND l.report_at = e.report_at
LEFT JOIN lineup USING (game_id, team_id)
LEFT JOIN snapshot s ON s.game_id = p.game_id AND s.player_id = p.player_id
LEFT JOIN inactive i ON i.game_id = p.game_id AND i.player_id = p.player_id
"""
STATUS = f"""
WITH newest AS ({NEWEST}), stated AS (
    SELECT *,
        roster_status = '{INACTIVE}'
            OR (lineup_status = '{CONFIRMED}' AND roster_status IS NOT NULL) AS lineup_tells,
        report_at IS NOT NULL AND NOT (coalesce(lineup_tells, false)
            AND lineup_at > report_at) AS report_is_newer
    FROM newest
)
SELECT game_id, player_id, player_name, team_id, home, starting, lineup_status, lineup_at,
    report_at,
    CASE
        WHEN on_inactive_list THEN '{OUT}'
        WHEN report_is_newer THEN reported
        WHEN roster_status = '{INACTIVE}' THEN '{OUT}'
        WHEN reported = '{OUT}' THEN NULL
        ELSE reported
    END AS status,
    CASE
        WHEN on_inactive_list THEN 'inactive list'
        WHEN report_is_newer AND reported IS NOT NULL THEN 'injury report'
        WHEN NOT report_is_newer AND roster_status = '{INACTIVE}' THEN 'lineup'
        WHEN reported IS NOT NULL AND reported <> '{OUT}' THEN 'injury report'
    END AS status_source,
    CASE
        WHEN on_inactive_list THEN NULL
        WHEN report_is_newer AND reported IS NOT NULL THEN report_at
        WHEN NOT report_is_newer AND roster_status = '{INACTIVE}' THEN lineup_at
        WHEN reported IS NOT NULL AND reported <> '{OUT}' THEN report_at
    END AS status_at,
    said_reason AS reason
FROM stated ORDER BY game_id, home DESC, player_id
"""


def statuses(rows: Rows, day: date, until: datetime, *, reads_inactives: bool = True) -> pa.Table:
    """Return the status of everyone who may play on a date, by the reports up to a given time.

    The newest statement counts. A statement is an injury report to which the team submitted, a
    lineup that lists a player as inactive, or a confirmed lineup that lists a player as active.
    The inactive list has no publication time and always takes precedence.

    Args:
        rows: the tables.
        day: the date.
        until: reports count if they were published by then, UTC without a zone.
        reads_inactives: whether the inactive list was published by then.

    Returns:
        One row per player and game: ``status`` (such as "out" or "questionable"; NULL if no
        report restricts the player), ``status_source``, ``status_at`` and ``reason``, and the
        newest published lineup.
    """
    until_text = f"{until:%Y-%m-%d %H:%M:%S}"
    query = STATUS.format(
        day=day, until=until_text, injuries=INJURIES, reads_inactives=reads_inactives
    )
    return rows.arrow(query)

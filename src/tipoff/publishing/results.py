"""Results of a date: the games with a result and their players' counts, in compact columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.domain.markets import SINGLES
from tipoff.predictions.graded_games import GAME, complete_games
from tipoff.publishing.columns import encoded_slices
from tipoff.publishing.dated import date_bounds, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("player_game_summary", "schedule", "player_box_score", "team_box_score")
"""Tables that results are made from."""
PLAYER_COLUMNS = ("game_id", "player_id", "player_name", "seconds")
COUNTED = {market.key: market.counted[0] for market in SINGLES}
"""Market -> published column. All other markets are sums of these, or whole minutes."""
PLAYED = (
    f"SELECT {', '.join((*GAME, *PLAYER_COLUMNS[1:], *COUNTED.values()))} FROM player_game_summary"
)
GAMES = f"SELECT {', '.join(GAME)}, is_final, home_team_id, away_team_id FROM schedule"
LOGS = ("player_box_score", "team_box_score")


def results(rows: Rows, days: Sequence[date]) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the compact document of each date; each kind of row is read in one query.

    ``games`` are those with a result by the rule that predictions are graded by. ``players`` has a
    row for everyone who appeared in one of them, and ``actual`` has a column for each single
    market, in the same order. A player without a row did not play. Graded predictions are in the
    files of ``graded``.
    """
    days = sorted(days)
    games = _complete(rows, days).sort_by([(name, "ascending") for name in reversed(GAME)])
    played = rows_of(rows, f"{PLAYED} WHERE {{dates}}", days)
    played = played.join(games.select(GAME), GAME, join_type="left semi")
    played = played.sort_by([(n, "ascending") for n in ("game_date", "game_id", "player_id")])
    counts = played.select(list(COUNTED.values())).rename_columns(list(COUNTED))
    bounds = date_bounds(played, days).tolist()
    documents = zip(
        days,
        encoded_slices(games.select(["game_id"]), date_bounds(games, days).tolist()),
        encoded_slices(played.select(list(PLAYER_COLUMNS)), bounds),
        encoded_slices(counts, bounds),
        strict=True,
    )
    for day, game_ids, players, actual in documents:
        yield day, {"date": day, "games": game_ids, "players": players, "actual": actual}


def _complete(rows: Rows, days: Sequence[date]) -> pa.Table:
    """Return the games of some dates with a complete result, by which bets are settled."""
    teams = f"SELECT DISTINCT {', '.join(GAME)}, team_id FROM {{log}} WHERE {{dates}}"
    logs = (rows_of(rows, teams.replace("{log}", log), days) for log in LOGS)
    return complete_games(rows_of(rows, f"{GAMES} WHERE {{dates}}", days), *logs)

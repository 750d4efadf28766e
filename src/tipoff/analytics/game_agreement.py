"""Comparison of the facts that several sources state about each game.

A game whose sources contradict each other is quarantined here with its id, the fact and the number
of players about whom they differ. No table reads this one, and no row of another table is
quarantined because of it: lineups and inactive lists are known before tip-off and must not depend
on what the log states after the game.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import literal, union
from tipoff.kernel.declare.schema import Schema, day, integer, rule, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table

WHO_PLAYED, TIME_AND_STARTERS, MINUTES, LISTED = FACTS = (
    "who played",
    "time and starters by either host",
    "minutes",
    "who was inactive",
)
TOLERANCE_SECONDS = 1
"""Allowed difference: the live feed has hundredths of a second, the statistics service rounds."""


class GameAgreement(Schema):
    """One fact of one game, compared between the sources that state it."""

    tolerated_share = 1.0

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    fact = text(key=True, choices=FACTS, meaning="the fact that is compared")
    compared = integer(
        minimum=1, unit="players", meaning="players about whom at least one source states the fact"
    )
    differing = integer(minimum=0, unit="players", meaning="players about whom the sources differ")

    @rule("differing")
    def answers_agree(row: Table) -> BooleanValue:
        """The sources agree about every player."""
        return row.differing == 0


@table(schema=GameAgreement, needs_result=True, may_be_empty=True)
def game_agreement(
    box_score_source: Table, player_box_score: Table, inactive_player: Table
) -> Table:
    """Compare the game log, the box scores of both hosts and the inactive lists of each game."""
    return union(
        _counted(_who_played(box_score_source, player_box_score), WHO_PLAYED),
        _counted(_either_host(box_score_source), TIME_AND_STARTERS),
        _counted(_minutes(box_score_source, player_box_score), MINUTES),
        _counted(_listed(inactive_player, player_box_score), LISTED),
    )


def _minutes(boxes: Table, log: Table) -> Table:
    """Compare minutes of players in box score and log; the log may round up or down."""
    minutes = log.select("game_id", "player_id", "minutes")
    row = boxes.filter(boxes.seconds > 0).inner_join(minutes, ["game_id", "player_id"])
    whole = row.seconds // 60
    same = (row.minutes == whole) | (row.minutes == whole + 1)
    return row.select("game_id", "game_date", same=same)


def _listed(inactive: Table, log: Table) -> Table:
    """Check that players on the inactive list have no line in the log, for games in the log."""
    played = log.select("game_id", "player_id", logged="game_date")
    row = inactive.semi_join(log, ["game_id"]).left_join(played, ["game_id", "player_id"])
    return row.select("game_id", "game_date", same=row.logged.isnull())


def _who_played(boxes: Table, log: Table) -> Table:
    """Compare who played according to box score and log, in games that have both."""
    keys = ["game_id", "game_date", "player_id"]
    played = boxes.filter(boxes.seconds > 0).select(*keys).distinct()
    logged = log.filter(log.minutes > 0).select(*keys)
    both = log.semi_join(boxes, ["game_id"]).select("game_id").distinct()
    everyone = union(played, logged).distinct().semi_join(both, ["game_id"])
    seen = everyone.left_join(played.select(*keys[::2], in_box="game_date"), keys[::2])
    seen = seen.select(*keys, "in_box")
    seen = seen.left_join(logged.select(*keys[::2], in_log="game_date"), keys[::2])
    return seen.select("game_id", "game_date", same=seen.in_box.notnull() & seen.in_log.notnull())


def _either_host(sources: Table) -> Table:
    """Compare starters and seconds of players in both hosts' box scores of a game."""
    one, other = (
        sources.filter(sources.source == name) for name in ("boxscoretraditionalv3", "boxscore")
    )
    other = other.select("game_id", "player_id", other_starter="starter", other_seconds="seconds")
    row = one.join(other, ["game_id", "player_id"])
    is_close = (row.seconds - row.other_seconds).abs() <= TOLERANCE_SECONDS
    both_null = row.seconds.isnull() & row.other_seconds.isnull()
    same_time = is_close.fill_null(False) | both_null
    return row.select("game_id", "game_date", same=same_time & (row.starter == row.other_starter))


def _counted(compared: Table, fact: str) -> Any:
    return compared.group_by("game_id", "game_date", fact=literal(fact)).aggregate(
        compared=compared.count(), differing=(~compared.same).cast("int64").sum()
    )

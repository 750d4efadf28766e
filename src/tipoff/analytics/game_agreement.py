"""Facts of a game that several answers state, compared game by game.

A game whose answers contradict each other is set aside here with its id, the fact and how often
they differ. Nothing reads this table: what contradicts nothing else stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.expression import literal, union
from tipoff.kernel.schema import Schema, day, integer, rule, text
from tipoff.kernel.table import table

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table

WHO_PLAYED, TIME_AND_STARTERS = FACTS = ("who played", "time and starters by either host")
WITHIN_SECONDS = 1
"""The live feed writes hundredths of a second, the statistics service rounds them."""


class GameAgreement(Schema):
    """One fact of one game, compared between the answers that state it."""

    tolerated_share = 1.0

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    fact = text(key=True, choices=FACTS, meaning="what is compared")
    compared = integer(minimum=1, unit="players", meaning="of whom either answer says something")
    differing = integer(minimum=0, unit="players", meaning="of whom they say different things")

    @rule("differing")
    def answers_agree(row: Table) -> BooleanValue:
        """The answers say the same of everyone."""
        return row.differing == 0


@table(schema=GameAgreement, needs_result=True, may_be_empty=True)
def game_agreement(box_score_source: Table, player_box_score: Table) -> Table:
    """Whether game log and box score have the same players, and both hosts the same times."""
    return union(
        _counted(_who_played(box_score_source, player_box_score), WHO_PLAYED),
        _counted(_either_host(box_score_source), TIME_AND_STARTERS),
    )


def _who_played(boxes: Table, log: Table) -> Table:
    """Players with playing time in the box score or a line in the log, of games that have both."""
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
    """Players whom both hosts have in their box scores of a game."""
    one, other = (sources.filter(sources.source == name) for name in
                  ("boxscoretraditionalv3", "boxscore"))  # fmt: skip
    beside = other.select("game_id", "player_id", other_starter="starter", other_seconds="seconds")
    row = one.join(beside, ["game_id", "player_id"])
    near = (row.seconds - row.other_seconds).abs() <= WITHIN_SECONDS
    neither = row.seconds.isnull() & row.other_seconds.isnull()
    same_time = near.fill_null(False) | neither
    return row.select("game_id", "game_date", same=same_time & (row.starter == row.other_starter))


def _counted(compared: Table, fact: str) -> Any:
    return compared.group_by("game_id", "game_date", fact=literal(fact)).aggregate(
        compared=compared.count(), differing=(~compared.same).cast("int64").sum()
    )

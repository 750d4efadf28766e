"""The names that feeds write, each date: of whom prices and injury reports speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import coalesce, literal, union
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value

PRICES, INJURIES = "prices", "injuries"
NOT_TOLD = ""


class SeenName(Schema):
    """One spelling of a name in one feed, for one game or team of a date."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    source = text(key=True, choices=(PRICES, INJURIES), meaning="which kind of feed")
    setting = text(
        key=True,
        meaning="the feed's game as AWAY @ HOME, or the team; empty where it tells neither",
    )
    player_name = text(key=True, meaning="the name as the feed writes it")
    name_key = text(meaning="the name without accents and suffixes")
    times_seen = integer(minimum=1, unit="rows", meaning="of the feed that have it")


@table(schema=SeenName, may_be_empty=True)
def seen_name(prop_price: Table, injury_report: Table) -> Table:
    """Return every name in a date's prices and injury reports."""
    priced = prop_price.mutate(source=literal(PRICES), setting=setting_of(prop_price))
    reported = injury_report.mutate(source=literal(INJURIES), setting=injury_report.team_name)
    return union(_counted(priced), _counted(reported))


def setting_of(prices: Table) -> Value:
    """Return the game that prices are for, as the feed writes it."""
    return coalesce(prices.away_team_name + " @ " + prices.home_team_name, NOT_TOLD)


def _counted(rows: Table) -> Table:
    where = ("game_date", "source", "setting", "player_name", "name_key")
    return rows.group_by(*where).aggregate(times_seen=rows.count()).select(*SeenName.columns)

"""The player names that occur in each date's prices and injury reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import coalesce, literal, union
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table, Value

PRICES, INJURIES = "prices", "injuries"
NO_SETTING = ""
"""Setting of a feed that names no game or team."""


class SeenName(Schema):
    """One spelling of a name in one feed, for one game or team of a date."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    source = text(key=True, choices=(PRICES, INJURIES), meaning="the kind of feed")
    setting = text(
        key=True,
        meaning="the feed's game as AWAY @ HOME, or the team; empty where it names neither",
    )
    player_name = text(key=True, meaning="the name as the feed writes it")
    name_key = text(meaning="the name without accents and suffixes")
    times_seen = integer(minimum=1, unit="rows", meaning="number of rows with this name")


@table(schema=SeenName, may_be_empty=True)
def seen_name(prop_price: Table, injury_report: Table) -> Table:
    """Return every name in a date's prices and injury reports."""
    priced = prop_price.mutate(source=literal(PRICES), setting=setting_of(prop_price))
    reported = injury_report.mutate(source=literal(INJURIES), setting=injury_report.team_name)
    return union(_counted(priced), _counted(reported))


def setting_of(prices: Table) -> Value:
    """Return the game of prices as AWAY @ HOME with the feed's names, or ``NO_SETTING``."""
    return coalesce(prices.away_team_name + " @ " + prices.home_team_name, NO_SETTING)


def _counted(rows: Table) -> Table:
    where = ("game_date", "source", "setting", "player_name", "name_key")
    return rows.group_by(*where).aggregate(times_seen=rows.count()).select(*SeenName.columns)

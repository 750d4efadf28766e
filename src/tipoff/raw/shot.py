"""Every field-goal attempt: its zone, its distance, and whether it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases
from tipoff.kernel.declare.schema import boolean, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.box_score_line import FromPayload

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table
ZONES = ("paint", "mid_range", "corner_three", "above_break_three")
BACKCOURT = "backcourt"


class Shot(FromPayload):
    """One field-goal attempt."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the shooter")
    number = integer(
        key=True, minimum=1, meaning="number of the attempt among the player's in the game"
    )
    team_id = integer(meaning="the shooter's team")
    period = integer(minimum=1, maximum=10, meaning="quarter; from 5 on, overtimes")
    seconds_left = integer(
        minimum=0, maximum=720, unit="seconds", meaning="time left in the period"
    )
    zone = text(
        choices=(*ZONES, BACKCOURT), meaning="zone of the court; paint includes the restricted area"
    )
    is_three = boolean(meaning="whether the attempt is worth three points")
    made = boolean(meaning="whether the attempt was made")
    distance_feet = integer(minimum=0, maximum=100, unit="feet", meaning="distance from the basket")
    x = integer(unit="tenths of a foot", meaning="position across the court, 0 at the basket")
    y = integer(unit="tenths of a foot", meaning="position along the court, 0 at the basket")
    action = text(meaning="the service's description of the attempt")


@table(schema=Shot, needs_result=True)
def shot(shot_chart: Landed) -> Table:
    """Return attempts with their zone: paint, mid-range, corner three, above-the-break three."""
    return shot_chart.select(
        "payload",
        game_id="GAME_ID",
        game_date="GAME_DATE",
        player_id="PLAYER_ID",
        number="N",
        team_id="TEAM_ID",
        period="PERIOD",
        seconds_left=shot_chart.MINUTES_REMAINING * 60 + shot_chart.SECONDS_REMAINING,
        zone=zone_of(shot_chart.SHOT_ZONE_BASIC),
        is_three=shot_chart.SHOT_TYPE == "3PT Field Goal",
        made=shot_chart.SHOT_MADE_FLAG == 1,
        distance_feet="SHOT_DISTANCE",
        x="LOC_X",
        y="LOC_Y",
        action="ACTION_TYPE",
    )


def zone_of(area: Any) -> Any:
    """Return the zone for the league's name of an area; an unknown name is returned unchanged."""
    return cases(
        (area.isin(["Restricted Area", "In The Paint (Non-RA)"]), "paint"),
        (area == "Mid-Range", "mid_range"),
        (area.isin(["Left Corner 3", "Right Corner 3"]), "corner_three"),
        (area == "Above the Break 3", "above_break_three"),
        (area == "Backcourt", BACKCOURT),
        otherwise=area,
    )

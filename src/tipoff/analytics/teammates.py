"""Teammates who are out, and the minutes, usage and points that they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases
from tipoff.kernel.declare.schema import Column, integer, number
from tipoff.windows.rolling import BILLION, Statistic, billionths, count_of, rate_of, rolling

if TYPE_CHECKING:
    from ibis.expr.types import Table

RECENT_DAYS = 12
"""A teammate who played so lately and is out leaves minutes that nobody has taken up yet."""
RECENT_FORM = (
    Statistic("minutes", "minutes", lambda row: row.seconds, 60, windows=("last_10",)),
    count_of("points", windows=("last_10",)),
    rate_of("usage_rate", "percent", maximum=100, windows=("last_10",), sparse=True),
)
KNOWN_OUT = {"": "out", "morning_": "morning_out"}
"""Prefix of a prediction time's columns, and the pool's column of who is known to be out then."""


def _teammates(prefix: str, known: str) -> dict[str, Column]:
    """Return the columns of one prediction time; a player's own part is in none of the sums."""
    minutes: dict[str, Any] = {
        "minimum": 0,
        "maximum": 900,
        "unit": "minutes a game",
        "nullable": True,
    }
    newly = f"of those {known} who played in the last {RECENT_DAYS} days"
    return {
        f"{prefix}teammates_out": integer(
            nullable=True,
            minimum=0,
            unit="players",
            meaning=f"{known}; NULL where nothing was known",
        ),
        f"{prefix}teammates_out_minutes": number(
            **minutes, meaning=f"those {known} played over their last 10"
        ),
        f"{prefix}teammates_out_points": number(
            nullable=True,
            minimum=0,
            maximum=300,
            unit="points a game",
            meaning=f"those {known} scored over their last 10",
        ),
        f"{prefix}teammates_newly_out_minutes": number(**minutes, meaning=newly),
        f"{prefix}teammates_newly_out_points": number(
            nullable=True, minimum=0, maximum=300, unit="points a game", meaning=newly
        ),
        f"{prefix}teammates_newly_out_usage": number(
            nullable=True,
            minimum=0,
            maximum=500,
            unit="percent of team plays",
            meaning=f"summed usage {newly}",
        ),
        f"{prefix}teammates_back_minutes": number(
            **minutes, meaning=f"of those not {known} after {RECENT_DAYS} days away or more"
        ),
        f"{prefix}teammates_available_minutes": number(**minutes, meaning=f"of those not {known}"),
        f"{prefix}teammates_available_usage_minutes": number(
            nullable=True,
            minimum=0,
            maximum=90_000,
            unit="percent minutes",
            meaning=f"usage rate times minutes, of those not {known}",
        ),
        f"{prefix}teammates_newly_out_usage_minutes": number(
            nullable=True,
            minimum=0,
            maximum=90_000,
            unit="percent minutes",
            meaning=f"usage rate times minutes, {newly}",
        ),
    }


TEAMMATES: dict[str, Column] = {
    **_teammates("", "known to be out half an hour before tip-off"),
    **_teammates("morning_", "known to be out in the morning"),
}


def recent_form(player_pool: Table, player_game_summary: Table) -> Table:
    """Compute means over the last 10 games of each member of the pool.

    Returns:
        ``game_id``, ``player_id``, ``minutes``, ``points``, ``usage`` and ``usage_minutes``.
    """
    form = rolling(player_pool, player_game_summary, "player_id", RECENT_FORM)
    return form.select(
        "game_id",
        "player_id",
        minutes="minutes_avg_last_10",
        points="points_avg_last_10",
        usage="usage_rate_avg_last_10",
        usage_minutes=form.usage_rate_avg_last_10 * form.minutes_avg_last_10,
    )


def teammates(member: Table) -> Table:
    """Sum over each player's teammates, at either prediction time.

    A sum over teammates is the team's sum less the player's own part. Of a team with 30, 24 and 36
    minutes, of whom the first two are out, 54 minutes are out for the third, 24 for the first.

    Args:
        member: the pool with ``recent_form``, ``days_since_played`` and, for each prediction time,
            whether the player was known to be out; NULL where nothing was known of the game.

    Returns:
        ``game_id``, ``player_id`` and ``TEAMMATES``.
    """
    parts = {n: p for prefix, known in KNOWN_OUT.items() for n, p in _parts(member, prefix, known)}
    own = member.select(
        "game_id",
        "player_id",
        "team_id",
        *KNOWN_OUT.values(),
        **{name: exact_part(counts, value) for name, (counts, value) in parts.items()},
    )
    window = {"group_by": ["game_id", "team_id"]}
    others = {name: own[name].sum().over(**window) - own[name] for name in parts}
    known = {n: own[k].notnull() for p, k in KNOWN_OUT.items() for n in _teammates(p, k)}
    scaled = {
        n: v if TEAMMATES[n].dtype == "int64" else v.cast("float64") / BILLION
        for n, v in others.items()
    }
    return own.select(
        "game_id", "player_id", **{n: cases((known[n], value)) for n, value in scaled.items()}
    )


def _parts(member: Table, prefix: str, known: str) -> list[tuple[str, tuple[Any, Any]]]:
    """Return for each column of a prediction time whom it counts, and what of each."""
    out = member[known].fill_null(False)
    newly = out & (member.days_since_played <= RECENT_DAYS)
    back = ~out & (member.days_since_played > RECENT_DAYS)
    counted = [
        (out, None),
        (out, member.minutes),
        (out, member.points),
        (newly, member.minutes),
        (newly, member.points),
        (newly, member.usage),
        (back, member.minutes),
        (~out, member.minutes),
        (~out, member.usage_minutes),
        (newly, member.usage_minutes),
    ]
    return list(zip(_teammates(prefix, known), counted, strict=True))


def exact_part(counts: Any, value: Any) -> Any:
    """Return a member's part of a sum in billionths: integers add up exactly in any order."""
    whole = counts.cast("int64") if value is None else billionths(value)
    return cases((counts, whole), otherwise=0).fill_null(0)

"""Teammates who are out, and the minutes, usage and points that they leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases
from tipoff.kernel.declare.schema import Column, integer, number
from tipoff.windows.rolling import BILLION, Statistic, billionths, count_of, rate_of, rolling

if TYPE_CHECKING:
    from ibis.expr.types import Table

RECENT_DAYS = 12
"""A teammate who is out but played within this many days is newly out: teammates' form does not yet
reflect who takes over the minutes."""
RECENT_FORM = (
    Statistic("minutes", "minutes", lambda row: row.seconds, 60, windows=("last_10",)),
    count_of("points", windows=("last_10",)),
    rate_of("usage_rate", "percent", maximum=100, windows=("last_10",), sparse=True),
)
KNOWN_OUT = {"": "out", "morning_": "morning_out"}
"""Prefix of a prediction time's columns -> the pool's column of known absences at that time."""


def _teammate_columns(prefix: str, known: str) -> dict[str, Column]:
    """Return the columns of one prediction time; the player's own part is not in the sums."""
    minutes: dict[str, Any] = {
        "minimum": 0,
        "maximum": 900,
        "unit": "minutes per game",
        "nullable": True,
    }
    newly = f"of those {known} who played in the last {RECENT_DAYS} days"
    return {
        f"{prefix}teammates_out": integer(
            nullable=True,
            minimum=0,
            unit="players",
            meaning=f"teammates {known}; NULL where nothing was known",
        ),
        f"{prefix}teammates_out_minutes": number(
            **minutes, meaning=f"of those {known}, over their last 10 games"
        ),
        f"{prefix}teammates_out_points": number(
            nullable=True,
            minimum=0,
            maximum=300,
            unit="points per game",
            meaning=f"of those {known}, over their last 10 games",
        ),
        f"{prefix}teammates_newly_out_minutes": number(**minutes, meaning=newly),
        f"{prefix}teammates_newly_out_points": number(
            nullable=True, minimum=0, maximum=300, unit="points per game", meaning=newly
        ),
        f"{prefix}teammates_newly_out_usage": number(
            nullable=True,
            minimum=0,
            maximum=500,
            unit="percent of team plays",
            meaning=f"sum of the usage rates {newly}",
        ),
        f"{prefix}teammates_back_minutes": number(
            **minutes, meaning=f"of those not {known}, back after more than {RECENT_DAYS} days"
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
    **_teammate_columns("", "known to be out half an hour before tip-off"),
    **_teammate_columns("morning_", "known to be out in the morning"),
}


def recent_form(player_pool: Table, player_game_summary: Table) -> Table:
    """Compute each pool member's means over the last 10 games.

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
    """Sum over each player's teammates, for both prediction times.

    A sum over teammates is the team's sum less the player's own part. If three players of a team
    have 30, 24 and 36 minutes and the first two are out, 54 minutes are out for the third player
    and 24 for the first.

    Args:
        member: the pool with the columns of ``recent_form``, ``days_since_played`` and, for each
            prediction time, whether the player was known to be out; NULL where nothing was known.

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
    known = {n: own[k].notnull() for p, k in KNOWN_OUT.items() for n in _teammate_columns(p, k)}
    scaled = {
        n: v if TEAMMATES[n].dtype == "int64" else v.cast("float64") / BILLION
        for n, v in others.items()
    }
    return own.select(
        "game_id", "player_id", **{n: cases((known[n], value)) for n, value in scaled.items()}
    )


def _parts(member: Table, prefix: str, known: str) -> list[tuple[str, tuple[Any, Any]]]:
    """Return for each column of a prediction time whom it counts and which value it sums."""
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
    return list(zip(_teammate_columns(prefix, known), counted, strict=True))


def exact_part(counts: Any, value: Any) -> Any:
    """Return a member's part of a sum in billionths: integer sums are exact in any order."""
    whole = counts.cast("int64") if value is None else billionths(value)
    return cases((counts, whole), otherwise=0).fill_null(0)

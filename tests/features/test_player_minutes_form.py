"""Minutes by role and shares of games, by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from support.worked_example import computed, rows
from tipoff.features.player_minutes_form import player_minutes_form

DAY = date(2025, 1, 20)
POOL = pa.schema(
    [
        ("game_id", pa.string()),
        ("game_date", pa.date32()),
        ("player_id", pa.int64()),
        ("season", pa.string()),
        ("last_out", pa.bool_()),
        ("last_starting", pa.bool_()),
    ]
)
PLAYED = pa.schema([*list(POOL)[:4], ("starter", pa.bool_()), ("seconds", pa.int64())])


def _form(*nights: tuple[str, float]) -> dict[str, Any]:
    """(what happened, minutes) of a player's last nights, the newest last: S, B, D or O."""
    pool, played = [], []
    for ago, (what, minutes) in enumerate(reversed(nights), 1):
        game = {"game_id": f"g{ago}", "game_date": DAY - timedelta(2 * ago), "player_id": 7}
        game["season"] = "2024-25"
        pool.append({**game, "last_out": what == "O", "last_starting": what == "S"})
        if what in "SB":
            played.append({**game, "starter": what == "S", "seconds": round(minutes * 60)})
    tonight = {"game_id": "g", "game_date": DAY, "player_id": 7, "season": "2024-25"}
    rows = pa.Table.from_pylist([*pool, {**tonight, "last_out": None, "last_starting": None}], POOL)
    history = pa.Table.from_pylist(played, PLAYED)
    (form,) = player_minutes_form.function(rows, history, (DAY,)).to_pylist()
    return dict(form)


def test_a_reserve_who_never_started_is_expected_to_start_as_the_module_says() -> None:
    form = _form(*[("B", 20.0)] * 40)
    assert form["starter_minutes_fast"] == pytest.approx(0.45 * 27 + 0.55 * 27, abs=0.01)
    assert form["bench_minutes_slow"] == pytest.approx(20, abs=0.6)
    assert form["start_share"] == 0


def test_a_role_has_its_own_minutes() -> None:
    form = _form(*[("S", 34.0), ("B", 16.0)] * 20)
    assert form["starter_minutes_fast"] == pytest.approx(33, abs=1.2)
    assert form["bench_minutes_fast"] == pytest.approx(17, abs=1.2)
    assert 0.3 < form["start_share"] < 0.6


def test_shares_are_of_the_nights_that_they_are_of() -> None:
    """Sitting on the bench counts against coming off it; being out does not, but against both."""
    benched = _form(*[("D", 0.0)] * 8)
    out = _form(*[("O", 0.0)] * 8)
    assert benched["play_share"] < 0.25 < out["play_share"] == pytest.approx(0.6)
    assert benched["appear_share"] == pytest.approx(out["appear_share"])
    assert out["appear_share"] < 0.2
    starter = _form(*[("S", 30.0)] * 8)
    assert starter["play_share"] == pytest.approx(0.6), "starting is no coming off the bench"
    assert starter["appear_share"] > 0.85


def test_a_new_player_has_what_is_usual() -> None:
    form = _form()
    assert (form["starter_minutes_fast"], form["bench_minutes_slow"]) == (27.0, 14.0)
    assert form["play_share"] == form["appear_share"] == pytest.approx(0.6)


def test_every_column_of_a_start_after_a_night_off_the_bench() -> None:
    """34 minutes as a starter two days ago, 16 off the bench four days ago.

    As a starter: 34 once, and usually .45 x 27 + .55 x (16 + 7) = 24.8, which counts 1.5 games in
    the fast mean and 2 in the slow one. Off the bench: 16 once, and .45 x 14 + .55 x (34 - 8) =
    20.6. Starts: 1 of 1 + 2^(-1/4), and half a game not started. Free to come off the bench: the
    second night alone, played, beside two usual ones at .6. In the pool: 1 + 2^(-1/3), all played.
    """
    key = {"player_id": 7, "season": "2024-25"}
    late, early = DAY - timedelta(2), DAY - timedelta(4)
    outcome = computed(
        "player_minutes_form",
        on=DAY,
        player_pool=rows(
            "game_id game_date last_out last_starting",
            ("g", DAY, None, None),
            ("g1", late, False, True),
            ("g2", early, False, False),
            **key,
        ),
        player_game_summary=rows(
            "game_id game_date starter seconds",
            ("g1", late, True, 34 * 60),
            ("g2", early, False, 16 * 60),
            **key,
        ),
    )
    both = 1 + 2 ** (-1 / 3)
    outcome.expect_row(
        {
            "game_id": "g",
            "game_date": DAY,
            "player_id": 7,
            "starter_minutes_fast": (34 + 1.5 * 24.8) / 2.5,
            "starter_minutes_slow": (34 + 2 * 24.8) / 3,
            "bench_minutes_fast": (16 + 1.5 * 20.6) / 2.5,
            "bench_minutes_slow": (16 + 2 * 20.6) / 3,
            "start_share": 1 / (1 + 2 ** (-1 / 4) + 0.5),
            "play_share": (1 + 0.6 * 2) / (1 + 2),
            "appear_share": (both + 0.6) / (both + 1),
        }
    )

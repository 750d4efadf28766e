"""Minutes by role and shares of games, by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from tipoff.features.player_minutes_form import player_minutes_form

DAY = date(2025, 1, 20)
POOL = pa.schema(
    [
        ("game_id", pa.string()),
        ("game_date", pa.date32()),
        ("player_id", pa.int64()),
        ("season", pa.string()),
        ("out", pa.bool_()),
        ("starting", pa.bool_()),
    ]
)
PLAYED = pa.schema([*list(POOL)[:4], ("starter", pa.bool_()), ("seconds", pa.int64())])


def _form(*nights: tuple[str, float]) -> dict[str, Any]:
    """(what happened, minutes) of a player's last nights, the newest last: S, B, D or O."""
    pool, played = [], []
    for ago, (what, minutes) in enumerate(reversed(nights), 1):
        game = {"game_id": f"g{ago}", "game_date": DAY - timedelta(2 * ago), "player_id": 7}
        game["season"] = "2024-25"
        pool.append({**game, "out": what == "O", "starting": what == "S"})
        if what in "SB":
            played.append({**game, "starter": what == "S", "seconds": round(minutes * 60)})
    tonight = {"game_id": "g", "game_date": DAY, "player_id": 7, "season": "2024-25"}
    rows = pa.Table.from_pylist([*pool, {**tonight, "out": None, "starting": None}], POOL)
    history = pa.Table.from_pylist(played, PLAYED)
    (found,) = player_minutes_form.function(rows, history, (DAY,)).to_pylist()
    return dict(found)


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

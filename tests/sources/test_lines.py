"""Lines and game odds from a person's own CSV files."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.kernel.wire import read_columns, typed
from tipoff.sources.lines import GAME_ODDS, PLAYER_PROPS, LinesFile, game_odds, player_props

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tipoff.kernel.payload import Payload

PROPS = ",".join(PLAYER_PROPS)
ODDS = ",".join(GAME_ODDS)
BRUNSON = "2023-01-05,Jalen Brunson,player_points,consensus,24.5,-115,,"


def _payload(directory: Path, *lines: str, name: str = "mine.csv") -> Payload:
    path = directory / name
    body = "\n".join(lines).encode() + b"\n"
    path.write_bytes(gzip.compress(body) if name.endswith(".gz") else body)
    (payload,) = LinesFile(path).payloads()
    return payload


def _rows(payload: Payload) -> tuple[list[dict[str, Any]], list[Any]]:
    stream = player_props if payload.resource == "player_props" else game_odds
    columns = read_columns(stream, payload)
    rows, bad = typed(stream, columns, [1] * len(columns[stream.key[0]]))
    return rows.to_pylist(), bad


def test_each_line_of_the_file_has_two_sides(tmp_path: Path) -> None:
    rows, bad = _rows(_payload(tmp_path, PROPS, BRUNSON))
    assert [(r["side"], r["price"], r["line"]) for r in rows] == [
        ("over", -115.0, 24.5),
        ("under", None, 24.5),
    ]
    assert not bad


def test_names_are_matched_without_accents_and_suffixes(tmp_path: Path) -> None:
    rows, _ = _rows(_payload(tmp_path, PROPS, BRUNSON.replace("Jalen Brunson", "Nikola Jokić Jr.")))
    assert {r["name_key"] for r in rows} == {"nikola jokic"}


def test_a_price_that_is_no_number_costs_its_side_alone(tmp_path: Path) -> None:
    rows, bad = _rows(_payload(tmp_path, PROPS, BRUNSON.replace("-115", "evens"), BRUNSON))
    assert [(b.column, b.value, b.rule) for b in bad] == [("price", "evens", "readable as float64")]
    assert len(rows) == 3


def test_a_time_of_capture_is_kept_in_utc(tmp_path: Path) -> None:
    rows, _ = _rows(_payload(tmp_path, PROPS, BRUNSON + "2023-01-05T18:30:00-05:00"))
    assert str(rows[0]["captured_at"]) == "2023-01-05 23:30:00"


def test_game_odds(tmp_path: Path) -> None:
    line = "2023-01-05,Denver Nuggets,LA Clippers,-6.5,-7,231.5,,-280,230"
    ((row,), bad) = _rows(_payload(tmp_path, ODDS, line))
    assert (row["home_spread"], row["total_open"], row["total"]) == (-7.0, 231.5, None)
    assert not bad


def test_plain_and_compressed_files_are_the_same(tmp_path: Path) -> None:
    plain = _payload(tmp_path, PROPS, BRUNSON)
    packed = _payload(tmp_path, PROPS, BRUNSON, name="mine.csv.gz")
    assert (plain.body, plain.parameters) == (packed.body, packed.parameters)


def test_an_uneven_line_is_named_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(PayloadError, match="line 3 has 2 fields, not 8"):
        read_columns(player_props, _payload(tmp_path, PROPS, BRUNSON, "2023-01-05,x"))


def test_a_file_with_another_header_is_refused_and_both_known_ones_are_named(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match="home_spread_open") as refused:
        _payload(tmp_path, "date,player,points")
    assert "mine.csv" in str(refused.value)
    assert PROPS in str(refused.value)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.csv"):
        list(LinesFile(tmp_path / "gone.csv").payloads())

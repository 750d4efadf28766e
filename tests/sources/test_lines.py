"""Lines and game odds from a person's own CSV files."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tipoff.kernel.errors import UsageError
from tipoff.kernel.parse.drift import news
from tipoff.kernel.parse.typed_columns import read_columns, typed
from tipoff.sources.manual.lines import LinesDirectory, LinesFile
from tipoff.sources.manual.lines_check import GAME_ODDS, PLAYER_PROPS
from tipoff.sources.odds.price_streams import game_odds, player_props

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tipoff.kernel.declare.payload import Payload

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


def test_an_uneven_line_costs_itself_and_says_what_is_wrong(tmp_path: Path) -> None:
    rows, bad = _rows(_payload(tmp_path, PROPS, BRUNSON, "2023-01-05,x", *[BRUNSON] * 3))
    assert len(rows) == 8
    assert {(b.column, b.value) for b in bad} == {("game_date", "line 3 has 2 fields, not 8")}


def test_columns_are_found_by_name_and_unknown_ones_are_news(tmp_path: Path) -> None:
    names = [*reversed(PLAYER_PROPS), "note"]
    values = [*reversed(BRUNSON.split(",")), "mine"]
    given = _payload(tmp_path, ",".join(names), ",".join(values))
    usual = _payload(tmp_path, PROPS, BRUNSON, name="usual.csv")
    assert _rows(given)[0] == _rows(usual)[0]
    assert news(player_props, read_columns(player_props, given)) == ["note"]
    assert news(player_props, read_columns(player_props, usual)) == []


def test_a_mark_at_the_beginning_and_blank_lines_are_nothing(tmp_path: Path) -> None:
    plain = _payload(tmp_path, PROPS, BRUNSON, name="plain.csv")
    odd = tmp_path / "odd.csv"
    odd.write_bytes("\n".join(["\ufeff" + PROPS, "", BRUNSON, ",,,,,,,", " ", ""]).encode())
    (given,) = LinesFile(odd).payloads()
    assert _rows(given) == _rows(plain)


def test_only_a_consensus_price_without_a_time_may_have_been_cut(tmp_path: Path) -> None:
    def price(*changed: tuple[str, str], column: str = "over_price") -> float | None:
        row = dict(zip(PLAYER_PROPS, BRUNSON.split(","), strict=True)) | {column: "-1400"}
        row |= dict(changed)
        rows, _ = _rows(_payload(tmp_path, PROPS, ",".join(row[name] for name in PLAYER_PROPS)))
        (found,) = (r["price"] for r in rows if r["side"] == column.removesuffix("_price"))
        return found  # type: ignore[no-any-return]

    assert price() is None
    assert price(column="under_price") is None
    assert price(("bookmaker", "draftkings")) == -1400
    assert price(("captured_at", "2023-01-05T18:30:00-05:00")) == -1400
    assert price(("over_price", "-998")) == -998


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("over_price", "0", "over_price '0' is not American odds"),
        ("market", "player_dunks", "market 'player_dunks' is not one of player_points"),
        ("line", "100", "line '100' is not a line from 0.5 to 100"),
        ("line", "", "line '' is not a line"),
        ("line", "0", "line '0' is not a line"),
        ("game_date", "01/05/2023", "game_date '01/05/2023' is not a date like 2023-01-05"),
        ("player_name", "", "player_name '' is not a name"),
        ("captured_at", "noon", "captured_at 'noon' is not a date and time"),
    ],
)
def test_five_lines_of_five_that_are_bad_are_refused_with_file_and_line(
    tmp_path: Path, name: str, value: str, expected: str
) -> None:
    place = PLAYER_PROPS.index(name)
    fields = BRUNSON.split(",")
    fields[place] = value
    if name == "over_price":
        fields[PLAYER_PROPS.index("under_price")] = "0"
    with pytest.raises(UsageError, match="5 of 5 lines are bad: line 2: ") as refused:
        _payload(tmp_path, PROPS, *[",".join(fields)] * 5)
    assert "mine.csv" in str(refused.value)
    assert expected in str(refused.value)


def test_a_bad_line_among_many_good_ones_is_landed_with_them(tmp_path: Path) -> None:
    bad = BRUNSON.replace("player_points", "player_dunks")
    assert len(_rows(_payload(tmp_path, PROPS, *[BRUNSON] * 6, bad))[0]) == 14


def test_a_header_alone_is_nothing_to_land(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"mine\.csv: a header and no rows"):
        _payload(tmp_path, PROPS)


def test_a_bad_file_of_a_directory_costs_itself(tmp_path: Path) -> None:
    for name in ("a", "c"):
        (tmp_path / f"{name}.csv").write_text(f"{PROPS}\n{BRUNSON}\n")
    (tmp_path / "b.csv").write_text("x,y\n1,2\n")
    (tmp_path / "notes.txt").write_text("not for us")
    directory = LinesDirectory(tmp_path)
    assert [p.origin for p in directory.payloads()] == ["a.csv", "c.csv"]
    (refused,) = directory.refused
    assert "b.csv: header 'x,y' is neither" in refused


def test_teams_are_named_as_the_league_names_them(tmp_path: Path) -> None:
    line = "2023-01-05,L.A. Lakers,GS,-6.5,-7,231.5,,-280,230"
    ((row,), _) = _rows(_payload(tmp_path, ODDS, line))
    assert (row["home_team"], row["away_team"]) == ("Los Angeles Lakers", "Golden State Warriors")


def test_a_file_with_another_header_is_refused_and_both_known_ones_are_named(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match="home_spread_open") as refused:
        _payload(tmp_path, "date,player,points")
    assert "mine.csv" in str(refused.value)
    assert PROPS in str(refused.value)
    with pytest.raises(UsageError, match=r"mine\.csv: line 1: the header .* lacks line, captured"):
        _payload(tmp_path, PROPS.replace(",line", ",points").replace(",captured_at", ""))
    with pytest.raises(UsageError, match=r"mine\.csv: line 1: the header names line twice"):
        _payload(tmp_path, f"{PROPS},line")


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.csv"):
        list(LinesFile(tmp_path / "gone.csv").payloads())

"""Lines and game odds from a person's own CSV files."""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import pytest

from tipoff.kernel import clock
from tipoff.kernel.errors import UsageError
from tipoff.kernel.parse.drift import new_columns
from tipoff.kernel.parse.typed_columns import read_columns, typed
from tipoff.sources.manual.lines import LinesDirectory, LinesFile
from tipoff.sources.manual.lines_form import GAME_ODDS, PLAYER_PROPS
from tipoff.sources.odds.price_streams import game_odds, player_props

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tipoff.kernel.declare.payload import Payload

PROPS = ",".join(PLAYER_PROPS)
ODDS = ",".join(GAME_ODDS)
BRUNSON = "2023-01-05,Jalen Brunson,player_points,consensus,24.5,-115,,"


def _lines(count: int, line: str = BRUNSON) -> list[str]:
    """Return lines that differ in the player alone."""
    return [line.replace("Brunson", f"Brunson {number}") for number in range(count)]


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
    rows, bad = _rows(_payload(tmp_path, PROPS, BRUNSON.replace("-115", "evens"), *_lines(1)))
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
    rows, bad = _rows(_payload(tmp_path, PROPS, BRUNSON, "2023-01-05,x", *_lines(3)))
    assert len(rows) == 8
    assert {(b.column, b.value) for b in bad} == {("game_date", "line 3 has 2 fields, not 8")}


def test_columns_are_found_by_name_and_unknown_ones_are_news(tmp_path: Path) -> None:
    names = [*reversed(PLAYER_PROPS), "note"]
    values = [*reversed(BRUNSON.split(",")), "mine"]
    given = _payload(tmp_path, ",".join(names), ",".join(values))
    usual = _payload(tmp_path, PROPS, BRUNSON, name="usual.csv")
    assert _rows(given)[0] == _rows(usual)[0]
    assert new_columns(player_props, read_columns(player_props, given)) == ["note"]
    assert new_columns(player_props, read_columns(player_props, usual)) == []


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
        (parsed,) = (r["price"] for r in rows if r["side"] == column.removesuffix("_price"))
        return parsed  # type: ignore[no-any-return]

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
    assert len(_rows(_payload(tmp_path, PROPS, *_lines(6), bad))[0]) == 14


def _path(directory: Path, *lines: str) -> Path:
    path = directory / "mine.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_lines_that_are_set_aside_are_reported_though_they_are_few(tmp_path: Path) -> None:
    bad = BRUNSON.replace("player_points", "player_dunks")
    lines_file = LinesFile(_path(tmp_path, PROPS, *_lines(6), bad))
    assert len(list(lines_file.payloads())) == 1
    (problem,) = lines_file.set_aside
    assert "mine.csv: 1 of 7 lines are set aside: line 8: market 'player_dunks'" in problem


def test_a_line_of_another_length_is_named_as_such(tmp_path: Path) -> None:
    lines_file = LinesFile(_path(tmp_path, PROPS, *_lines(6), "2023-01-05,x"))
    list(lines_file.payloads())
    (problem,) = lines_file.set_aside
    assert problem.endswith("1 of 7 lines are set aside: line 8: 2 fields, not 8")


def test_a_line_that_stands_there_twice_is_bad_the_second_time(tmp_path: Path) -> None:
    lines_file = LinesFile(_path(tmp_path, PROPS, *_lines(6), *_lines(1)))
    list(lines_file.payloads())
    assert "line 8: the same game_date, player_name" in lines_file.set_aside[0]
    assert lines_file.set_aside[0].endswith("as line 2")
    with pytest.raises(UsageError, match="4 of 5 lines are bad: line 3: the same"):
        _payload(tmp_path, PROPS, *[BRUNSON] * 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("game_date", "0001-01-01"),
        ("game_date", "1946-10-31"),
        ("game_date", "9999-12-31"),
        ("captured_at", "1900-01-01T12:00:00Z"),
        ("captured_at", "2099-01-01T12:00:00Z"),
        ("captured_at", "2023-01-05T18:30:00"),  # of which zone?
    ],
)
def test_what_cannot_be_yet_or_was_before_the_league_is_bad(
    tmp_path: Path, name: str, value: str
) -> None:
    row = dict(zip(PLAYER_PROPS, BRUNSON.split(","), strict=True)) | {name: value}
    with pytest.raises(UsageError, match=f"line 2: {name} '{value}' is not a date"):
        _payload(tmp_path, PROPS, ",".join(row.values()))


@pytest.mark.parametrize("harm", ["begins", "swallows one", "ends", "goes on"])
def test_a_stray_quotation_mark_is_named_by_the_line_that_it_stands_in(
    tmp_path: Path, harm: str
) -> None:
    lines = [PROPS, *_lines(9)]
    lines[3] = lines[3].replace("Jalen", '"Jalen')
    if harm == "swallows one":
        lines[4] = lines[4].replace("Jalen", 'Jalen"')
    elif harm == "ends":
        lines[7] = lines[7].replace(",player_points", '",player_points')
    elif harm == "goes on":
        lines[7] = lines[7].replace("Jalen", '"Jalen')
    with pytest.raises(UsageError, match=r"mine\.csv: line 4: a quotation mark"):
        _payload(tmp_path, *lines)


@pytest.mark.parametrize("field", ['"Jalen Brunson', '"Jalen" Brunson'])
def test_a_stray_quotation_mark_in_the_last_line_is_named(tmp_path: Path, field: str) -> None:
    lines = [PROPS, *_lines(9), BRUNSON.replace("Jalen Brunson", field)]
    with pytest.raises(UsageError, match=r"mine\.csv: line 11"):
        _payload(tmp_path, *lines)


def test_a_quoted_field_may_have_commas_and_lines_of_its_own(tmp_path: Path) -> None:
    quoted = BRUNSON.replace("Jalen Brunson", '"Brunson, ""J"",\nJalen"')
    rows, _ = _rows(_payload(tmp_path, PROPS, quoted))
    assert rows[0]["player_name"] == 'Brunson, "J",\nJalen'


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_those_of_any_system_do(tmp_path: Path, end: str) -> None:
    (tmp_path / "mine.csv").write_bytes(end.join([PROPS, *_lines(3), ""]).encode())
    (payload,) = LinesFile(tmp_path / "mine.csv").payloads()
    assert len(_rows(payload)[0]) == 6


def test_what_is_no_text_at_all_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for content in (bytes(range(256)) * 20, b"\0" * 100, b"\x89PNG\r\n\x1a\n" * 50):
        (tmp_path / "mine.csv").write_bytes(content)
        with pytest.raises(UsageError, match=r"mine\.csv: "):
            list(LinesFile(tmp_path / "mine.csv").payloads())


@pytest.mark.parametrize("ahead", [3_600.0, 1e12])
def test_a_file_of_a_time_to_come_is_refused_and_a_little_is_forgiven(
    tmp_path: Path, ahead: float
) -> None:
    path = _path(tmp_path, PROPS, BRUNSON)
    now = clock.utc_now()
    os.utime(path, (0, now.timestamp() + 60))
    (payload,) = LinesFile(path).payloads()
    assert payload.fetched_at <= clock.utc_now()
    os.utime(path, (0, now.timestamp() + ahead))
    with pytest.raises(UsageError, match=r"mine\.csv: was last changed on .*: `touch` it"):
        list(LinesFile(path).payloads())


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


def test_a_market_is_named_with_or_without_its_prefix(tmp_path: Path) -> None:
    rows, bad = _rows(_payload(tmp_path, PROPS, BRUNSON.replace("player_points", "points")))
    assert ({row["market"] for row in rows}, bad) == ({"player_points"}, [])

"""Editions of the injury report as CSV, real ones and bad ones."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from support.wire_reader import WIRE, rows_of, wire
from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.kernel.parse.drift import new_columns
from tipoff.raw.injury_report import STATUSES
from tipoff.sources.injuries.editions import editions_of
from tipoff.sources.injuries.injury_report import (
    HEADER,
    InjuryReportDirectory,
    InjuryReportFile,
    injury_report_edition,
    injury_report_teams,
)

if TYPE_CHECKING:
    from pathlib import Path

REAL = "Injury-Report_2026-02-08_03_30PM.csv"
EDITION = "2026-02-08_03_30PM"
HEAD = ",".join(HEADER) + "\n"


def test_the_real_edition_is_read() -> None:
    rows = rows_of(injury_report_edition, wire(REAL), Edition=EDITION)
    assert len(rows) == 61
    assert {r["report_at"] for r in rows} == {datetime(2026, 2, 8, 20, 30)}
    assert {r["game_date"] for r in rows} == {date(2026, 2, 8)}
    assert {r["status"] for r in rows} <= set(STATUSES)
    names = {r["name_key"]: r for r in rows}
    assert names["bam adebayo"]["team_name"] == "Miami Heat"
    assert names["jaime jaquez"]["player_name"] == "Jaime Jaquez Jr."


def test_a_file_says_by_its_name_when_it_was_published() -> None:
    if not (WIRE / REAL).exists():
        pytest.skip(f"no {REAL} at {WIRE}")
    (payload,) = InjuryReportFile(WIRE / REAL).payloads()
    assert payload.parameters == {"Edition": EDITION}


@pytest.mark.parametrize(
    ("edition", "utc"),
    [
        ("2024-07-01_12_05AM", datetime(2024, 7, 1, 4, 5)),
        ("2024-01-01_12_05PM", datetime(2024, 1, 1, 17, 5)),
    ],
)
def test_an_edition_is_published_in_eastern_time(edition: str, utc: datetime) -> None:
    body = f'{HEAD}07/01/2024,Team,"Doe, Al",Out,Rest,1\n'.encode()
    (row,) = rows_of(injury_report_edition, body, Edition=edition)
    assert (row["report_at"], row["player_name"], row["status"]) == (utc, "Al Doe", "out")


@pytest.mark.parametrize(
    ("body", "edition", "why"),
    [
        (HEAD, "tonight", "edition 'tonight' is not like"),
        ("name,status\nAl Doe,Out\n", EDITION, "header 'name,status' lacks gameDate, team"),
        (HEAD + "02/08/2026,Team,Out\n", EDITION, "line 2 has 3 fields, not 6"),
        (HEAD + '2026-02-08,Team,"Doe, Al",Out,Rest,1\n', EDITION, "line 2: '2026-02-08' is not"),
        ("", EDITION, "the file is empty"),
    ],
)
def test_what_is_no_edition_is_refused_with_its_cause(body: str, edition: str, why: str) -> None:
    with pytest.raises(PayloadError, match=why):
        rows_of(injury_report_edition, body.encode(), Edition=edition)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("tonight.csv", HEAD, "named like"),
        (REAL, "a,b\n", "03_30PM.csv: line 1: the header 'a,b' lacks gameDate"),
        (REAL, HEAD, "03_30PM.csv: a header and no rows"),
        (REAL, HEAD + "x,Team,\n" * 5, r"line 2: .* \(5 of 5 lines are like that\)"),
    ],
)
def test_a_file_that_is_no_edition_is_refused_at_the_door(
    tmp_path: Path, name: str, text: str, why: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(UsageError, match=why):
        list(InjuryReportFile(path).payloads())


def _written(directory: Path, name: str, *lines: str, head: str = HEAD) -> Path:
    path = directory / name
    path.write_text(head + "".join(f"{line}\n" for line in lines))
    return path


DOE = '02/08/2026,LA Clippers,"Doe, Al",Out,Rest,1'


def test_an_hourly_name_means_half_past_and_a_quarter_hourly_one_what_it_says(
    tmp_path: Path,
) -> None:
    for name, edition in (
        ("2025-11-01_05PM", "2025-11-01_05_30PM"),
        ("2026-02-08_05_30PM", "2026-02-08_05_30PM"),
        ("2026-02-08_12AM", "2026-02-08_12_30AM"),
    ):
        (given,) = InjuryReportFile(_written(tmp_path, f"Injury-Report_{name}.csv", DOE)).payloads()
        assert given.parameters == {"Edition": edition}


@pytest.mark.parametrize(
    ("day", "count", "some"),
    [
        (
            date(2025, 12, 21),
            24,
            {"2025-12-21_12_30AM": "2025-12-21_12AM", "2025-12-21_05_30PM": "2025-12-21_05PM"},
        ),
        (
            date(2025, 12, 22),
            96,
            {
                "2025-12-22_12_00AM": "2025-12-22_12_00AM",
                "2025-12-22_05_45PM": "2025-12-22_05_45PM",
            },
        ),
    ],
)
def test_files_are_named_by_the_hour_until_they_are_by_the_quarter(
    day: date, count: int, some: dict[str, str]
) -> None:
    named = dict(editions_of(day))
    assert len(named) == count
    assert some.items() <= named.items()


def test_columns_are_found_by_name_and_a_mark_and_blank_lines_are_nothing(tmp_path: Path) -> None:
    usual = _written(tmp_path, REAL, DOE)
    turned = ",".join(reversed(DOE.replace('"Doe, Al"', "Al Doe").split(",")))
    head = "\ufeff" + ",".join(reversed(HEADER)) + ",note\n"
    (tmp_path / "odd").mkdir()
    odd = _written(tmp_path / "odd", REAL, "", f"{turned},x", "", head=head)
    (one,), (other,) = (InjuryReportFile(path).payloads() for path in (usual, odd))
    assert rows_of(injury_report_edition, one.body, Edition=EDITION) == rows_of(
        injury_report_edition, other.body, Edition=EDITION
    )
    assert new_columns(injury_report_edition, injury_report_edition.parse(other)) == ["note"]


def test_a_team_that_has_not_submitted_and_one_that_is_not_named_are_no_healthy_teams() -> None:
    body = HEAD + DOE + "\n02/08/2026,Miami Heat,,,NOT YET SUBMITTED,1\n"
    assert [
        r["name_key"] for r in rows_of(injury_report_edition, body.encode(), Edition=EDITION)
    ] == ["al doe"]
    teams = rows_of(injury_report_teams, body.encode(), Edition=EDITION)
    assert {r["team_name"]: r["submitted"] for r in teams} == {
        "LA Clippers": True,
        "Miami Heat": False,
    }


def test_a_team_is_named_as_the_schedule_names_it() -> None:
    body = HEAD + DOE.replace("LA Clippers", "Los Angeles Clippers") + "\n"
    (row,) = rows_of(injury_report_edition, body.encode(), Edition=EDITION)
    assert row["team_name"] == "LA Clippers"


def test_a_bad_file_of_a_directory_costs_itself(tmp_path: Path) -> None:
    _written(tmp_path, REAL, DOE)
    _written(tmp_path, "Injury-Report_2026-02-09_03_30PM.csv", "x", head="a\n")
    _written(tmp_path, "Injury-Report_tonight.csv", DOE)
    _written(tmp_path, "readme.txt", "no edition")
    directory = InjuryReportDirectory(tmp_path)
    assert [p.origin for p in directory.payloads()] == [REAL]
    assert ["2026-02-09" in directory.refused[0], "tonight" in directory.refused[1]] == [True] * 2
    assert len(directory.refused) == 2

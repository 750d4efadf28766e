"""Editions of the injury report as CSV, real ones and bad ones."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.raw.injury_report import STATUSES
from tipoff.sources.injury_report import HEADER, InjuryReportFile, injury_report_edition
from wire_reader import WIRE, rows_of, wire

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
    [("2024-07-01_12_05AM", datetime(2024, 7, 1, 4, 5)),
     ("2024-01-01_12_05PM", datetime(2024, 1, 1, 17, 5))],
)  # fmt: skip
def test_an_edition_is_published_in_eastern_time(edition: str, utc: datetime) -> None:
    body = f'{HEAD}07/01/2024,Team,"Doe, Al",Out,Rest,1\n'.encode()
    (row,) = rows_of(injury_report_edition, body, Edition=edition)
    assert (row["report_at"], row["player_name"], row["status"]) == (utc, "Al Doe", "out")


@pytest.mark.parametrize(
    ("body", "edition", "why"),
    [
        (HEAD, "tonight", "edition 'tonight' is not like"),
        ("name,status\nAl Doe,Out\n", EDITION, "columns name,status are not"),
        (HEAD + "02/08/2026,Team,Out\n", EDITION, "line 2 has 3 fields, not 6"),
        ("", EDITION, "not an edition as CSV"),
    ],
)
def test_what_is_no_edition_is_refused_with_its_cause(body: str, edition: str, why: str) -> None:
    with pytest.raises(PayloadError, match=why):
        rows_of(injury_report_edition, body.encode(), Edition=edition)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [("tonight.csv", HEAD, "named like"), (REAL, "a,b\n", "header 'a,b' is not gameDate")],
)
def test_a_file_that_is_no_edition_is_refused_at_the_door(
    tmp_path: Path, name: str, text: str, why: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(UsageError, match=why):
        list(InjuryReportFile(path).payloads())

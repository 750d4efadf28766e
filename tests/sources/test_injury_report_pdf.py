"""The injury report as PDF: the two real ones, a made one of every kind of row, and bad ones."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from support.wire_reader import WIRE, rows_of, wire
from tipoff.kernel.errors import PayloadError, TipoffError, UsageError
from tipoff.raw.injury_report import STATUSES
from tipoff.simulation.service.report_pdf import HEADER, Row, report_pdf
from tipoff.sources.injuries.injury_report import (
    InjuryReportFile,
    injury_report_edition,
    injury_report_teams,
)
from tipoff.sources.injuries.pdf import Listing, read_edition

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "Injury-Report_2024-01-04.pdf", "Injury-Report_2026-02-08_03_30PM.pdf"
TITLE = "Injury Report: 01/04/24 12:30 PM"
SILENT = "NOT YET SUBMITTED"
PAGES: list[list[Row]] = [
    [
        ("01/04/2024", "07:30 (ET)", "AAA@BBB", "Aville Ants", "", "", SILENT),
        ("", "", "", "Bburg Bees", "Doe Jr., Al", "Out", "Injury/Illness - Left\nKnee; Sprain"),
        ("", "", "", "", "Roe, D'Ab", "Questionable", "G League - Two-Way"),
        ("01/05/2024", "10:00 (ET)", "CCC@DDD", "Ccity Cats", "", "", ""),
        ("", "", "", "Dtown Dogs", "Poe, Ed", "Available", "Injury/Illness - Right"),
    ],
    [
        ("", "", "", "", "", "", "Foot; Stress"),
        ("", "", "", "", "Zoe, Mo (II)", "Probable", "Rest"),
    ],
]


HOURLY = "2026/Injury-Report_2025-11-01_05PM.pdf"


def test_an_edition_under_its_hourly_name_is_read_as_of_half_past() -> None:
    body = wire(HOURLY)
    (payload,) = InjuryReportFile(WIRE / HOURLY).payloads()
    assert payload.parameters == {"Edition": "2025-11-01_05_30PM"}
    rows = rows_of(injury_report_edition, body)
    assert {r["report_at"] for r in rows} == {datetime(2025, 11, 1, 21, 30)}
    listed = {
        (r["game_date"].day, r["team_name"], r["player_name"]): (r["status"], r["reason"])
        for r in rows
    }
    assert len(listed) == len(rows) == 90
    knee = "Injury/Illness - Right Knee; Meniscus Tear"
    assert listed[1, "Milwaukee Bucks", "Kevin Porter Jr."] == ("out", knee)
    assert listed[1, "Sacramento Kings", "Nique Clifford"] == ("available", "-")
    assert listed[2, "Miami Heat", "Norman Powell"] == (
        "questionable",
        "Injury/Illness - Right Groin; Strain",
    )
    assert listed[2, "Miami Heat", "Terry Rozier"] == ("out", "Not With Team")
    teams = rows_of(injury_report_teams, body)
    assert len(teams) == 27
    assert {r["team_name"] for r in teams if not r["submitted"]} == {
        "Oklahoma City Thunder",
        "Charlotte Hornets",
        "San Antonio Spurs",
        "Phoenix Suns",
        "Los Angeles Lakers",
    }
    assert {r["game_date"].day for r in teams if not r["submitted"]} == {2}


def test_every_kind_of_row_is_read() -> None:
    edition = read_edition(report_pdf(TITLE, PAGES))
    first, second = "01/04/2024", "01/05/2024"
    assert edition.title == "01/04/24 12:30 PM"
    assert edition.listings == (
        Listing(first, "Aville Ants", None, None, "", 1, submitted=False),
        Listing(first, "Bburg Bees", "Doe Jr., Al", "Out", "Injury/Illness - Left Knee; Sprain", 1),
        Listing(first, "Bburg Bees", "Roe, D'Ab", "Questionable", "G League - Two-Way", 1),
        Listing(second, "Ccity Cats", None, None, "", 1, submitted=True),
        Listing(
            second, "Dtown Dogs", "Poe, Ed", "Available", "Injury/Illness - Right Foot; Stress", 1
        ),
        Listing(second, "Dtown Dogs", "Zoe, Mo (II)", "Probable", "Rest", 2),
    )


def test_players_and_teams_are_rows_of_their_own() -> None:
    body = report_pdf(TITLE, PAGES)
    players = rows_of(injury_report_edition, body)
    assert [(p["player_name"], p["status"], p["game_date"].day) for p in players] == [
        ("Al Doe Jr.", "out", 4),
        ("D'Ab Roe", "questionable", 4),
        ("Ed Poe", "available", 5),
        ("Mo (II) Zoe", "probable", 5),
    ]
    assert {p["report_at"] for p in players} == {datetime(2024, 1, 4, 17, 30)}
    teams = rows_of(injury_report_teams, body)
    assert [(t["team_name"], t["submitted"]) for t in teams] == [
        ("Aville Ants", False),
        ("Bburg Bees", True),
        ("Ccity Cats", True),
        ("Dtown Dogs", True),
    ]


def test_the_real_pdf_is_its_csv_but_for_what_the_csv_lost() -> None:
    """The CSV drops a semicolon where a reason breaks, leaves out a reason's words beyond the
    page, gives one player's first line of reason to the player above, and dates the next day's
    games a day early: seen by eye in the PDF."""
    csv_rows = list(csv.DictReader(io.StringIO(wire(NEW.replace(".pdf", ".csv")).decode())))
    read = [row for row in read_edition(wire(NEW)).listings if row.player]
    for row, listing in zip(csv_rows, read, strict=True):
        assert (row["team"], row["player"], row["status"], int(row["page"])) == (
            listing.team,
            listing.player,
            listing.status,
            listing.page,
        )
    pairs = list(zip(csv_rows, read, strict=True))
    reasons = [
        n
        for n, (row, mine) in enumerate(pairs)
        if row["reason"].replace(";", "") != mine.reason.replace(";", "")
    ]
    cut, above, below = reasons
    assert pairs[cut][1].reason == f"{pairs[cut][0]['reason']} Fracture"
    assert below == above + 1
    assert " ".join(pairs[n][0]["reason"] for n in (above, below)) == " ".join(
        pairs[n][1].reason for n in (above, below)
    )
    early = [mine for row, mine in pairs if row["gameDate"] != mine.game_date]
    assert {mine.game_date for mine in early} == {"02/09/2026"}
    assert early == read[-len(early) :], "all that stand after the PDF's second date"


@pytest.mark.parametrize(
    ("name", "published", "players", "silent"),
    [(OLD, datetime(2024, 1, 4, 17, 30), 14, 29), (NEW, datetime(2026, 2, 8, 20, 30), 61, 18)],
)
def test_both_real_layouts_are_read(
    name: str, published: datetime, players: int, silent: int
) -> None:
    rows = rows_of(injury_report_edition, wire(name))
    teams = rows_of(injury_report_teams, wire(name))
    assert len(rows) == players
    assert {row["report_at"] for row in rows} == {published}
    assert {row["status"] for row in rows} <= set(STATUSES)
    assert all(isinstance(row["game_date"], date) and row["reason"] for row in rows)
    assert [team["submitted"] for team in teams].count(False) == silent
    listed = {(row["game_date"], row["team_name"]) for row in rows}
    assert listed == {(t["game_date"], t["team_name"]) for t in teams if t["submitted"]}


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (report_pdf(TITLE, PAGES)[:900], "cut short: it has no index"),
        (b"%PDF-1.4 startxref 900 %%EOF", "damaged: it has 28 bytes, its index"),
        (report_pdf(TITLE, []), "no pages"),
        (report_pdf("Weekly Report", PAGES), "no title like Injury Report"),
        (report_pdf(TITLE, PAGES, (*HEADER[:5], "Status", "Reason")), "header is not .* but 'Game"),
        (
            report_pdf(TITLE, [[("01/04/2024", "", "", "Ants", "", "", "Hurt")]]),
            "page 1: a row without a player: '01/04/2024.*Hurt'",
        ),
    ],
)
def test_what_is_no_report_is_refused_with_its_cause(body: bytes, why: str) -> None:
    with pytest.raises(PayloadError, match=why):
        rows_of(injury_report_edition, body)


def test_a_game_book_that_lost_bytes_on_its_way_is_said_to_be_damaged() -> None:
    with pytest.raises(PayloadError, match=r"damaged: it has 17543 bytes, its index is at 26658"):
        read_edition(wire("nba_gamebook_a.pdf"))


def test_a_file_is_the_edition_of_its_title_whatever_its_name(tmp_path: Path) -> None:
    edition = "2024-01-04_12_30PM"
    for name in ("2024-01-04", "2024-01-04_12PM", edition):
        path = tmp_path / f"Injury-Report_{name}.pdf"
        path.write_bytes(report_pdf(TITLE, PAGES))
        (payload,) = InjuryReportFile(path).payloads()
        assert payload.parameters == {"Edition": edition}
        assert payload.body == path.read_bytes()


def test_a_file_whose_title_cannot_be_read_is_refused_at_the_door(tmp_path: Path) -> None:
    path = tmp_path / OLD
    path.write_bytes(b"<html>")
    with pytest.raises(UsageError, match="not a PDF"):
        list(InjuryReportFile(path).payloads())


def test_without_the_library_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    path = tmp_path / NEW
    path.write_bytes(report_pdf(TITLE, PAGES))
    with pytest.raises(TipoffError, match=r"pip install 'tipoff\[injuries\]'") as failure:
        list(InjuryReportFile(path).payloads())
    assert failure.value.exit_code == 1

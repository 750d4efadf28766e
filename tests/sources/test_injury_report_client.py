"""Editions of a date over HTTP: each stored once, and missing ones not requested for ever."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from support.loopback import Reply, loopback
from tipoff.app.home import Home
from tipoff.app.ingest import WebReport, ingest_web
from tipoff.kernel.declare.payload import Payload
from tipoff.simulation.service import Archive, Replay, serving
from tipoff.simulation.service.report_pdf import report_pdf
from tipoff.sources.http import Clock, Limits
from tipoff.sources.injuries.client import InjuryReports
from tipoff.sources.injuries.injury_report import HEADER, injury_report_edition

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 2, 8)
FAST = Limits(requests_per_second=100_000, backoff=0.001, attempts=3)
PATH = "/referee/injury/Injury-Report_2026-02-08_{}.pdf"


def _pdf(clock: str) -> bytes:
    row = ("02/08/2026", "07:00 (ET)", "A@B", "Ants", "Doe, Al", "Out", "Knee")
    return report_pdf(f"Injury Report: 02/08/26 {clock}", [[row]])


def _at(hour: int) -> Clock:
    """Return a clock fixed at an hour of the next day, in UTC."""
    return Clock(timestamp=lambda: datetime(2026, 2, 8, tzinfo=UTC) + timedelta(hours=hour))


def _ingest(home: Home, url: str, hour: int = 48) -> WebReport:
    return ingest_web(home, InjuryReports(f"{url}/referee/injury", DAY), FAST, clock=_at(hour))


def _landed(home: Home) -> list[str]:
    with home.reading() as session:
        payloads = session.workspace.catalog.query(
            "SELECT parameters FROM payload ORDER BY parameters"
        )
    return [parameters for (parameters,) in payloads]


def test_all_editions_of_a_date_are_landed_once(tmp_path: Path) -> None:
    home = Home(tmp_path, threads=2)
    editions = {
        name: _pdf(clock)
        for name, clock in (
            ("09_30AM", "09:30 AM"),
            ("03_30PM", "03:30 PM"),
            ("03_45PM", "03:45 PM"),
        )
    }
    replies = {PATH.format(name): [Reply(body)] for name, body in editions.items()}
    with loopback(replies) as site:
        first = _ingest(home, site.url)
        request_count = site.count()
        second = _ingest(home, site.url)
        assert (first.landed, first.tolerated, first.failures, first.exit_code) == (3, 93, (), 0)
        assert request_count == 96
        assert (second.landed, second.requests, site.count()) == (0, 0, request_count)
    assert len(_landed(home)) == 3


@pytest.mark.parametrize("status", [403, 404])
def test_an_edition_that_is_not_there_yet_is_requested_again_until_it_will_not_come(
    tmp_path: Path, status: int
) -> None:
    home = Home(tmp_path, threads=2)
    noon = PATH.format("12_00PM")
    with loopback({noon: [Reply(status=status), Reply(_pdf("12:00 PM"))]}) as site:
        before = _ingest(home, site.url, hour=16)
        assert before.landed == 0
        assert noon not in site.received, "noon in the East is 17 hours UTC"
        _ingest(home, site.url, hour=17)
        assert len(site.received[noon]) == 1
        assert _ingest(home, site.url, hour=17).landed == 1
        request_count = site.count()
        _ingest(home, site.url, hour=17)
        assert site.count() - request_count == 4, "those of the last hour alone"


@pytest.mark.parametrize(
    "reply", [Reply(b"<html>Access denied</html>"), Reply(_pdf("09:30 AM"), fault="cut")]
)
def test_what_is_no_whole_pdf_is_requested_again_and_then_reported(
    tmp_path: Path, reply: Reply
) -> None:
    home = Home(tmp_path, threads=2)
    path = PATH.format("09_30AM")
    with loopback({path: [reply]}) as site:
        report = _ingest(home, site.url)
        assert len(site.received[path]) == FAST.attempts
    assert report.exit_code == 1
    assert "injury_report (Edition 2026-02-08_09_30AM)" in report.failures[0]
    assert report.landed == 0


def test_the_replay_serves_the_editions_there_are(tmp_path: Path) -> None:
    fetched_at = datetime(2026, 2, 9, tzinfo=UTC)
    kept = Payload(
        "nba_official",
        "injury_report",
        {"Edition": "2026-02-08_03_30PM"},
        _pdf("03:30 PM"),
        fetched_at,
    )
    home = Home(tmp_path / "home", threads=2)
    with serving(Replay(Archive([kept]))) as url:
        report = _ingest(home, url)
    assert (report.landed, report.tolerated, report.failures) == (1, 95, ())


HOURLY = date(2025, 11, 1)
OTHER_NAMES = {"05_30PM": ("05PM", "05:30 PM"), "12_30AM": ("12AM", "12:30 AM")}


def test_editions_of_the_hourly_time_are_requested_by_their_hour(tmp_path: Path) -> None:
    home, clock = (
        Home(tmp_path, threads=2),
        Clock(timestamp=lambda: datetime(2025, 11, 3, tzinfo=UTC)),
    )
    replies = {
        f"/referee/injury/Injury-Report_2025-11-01_{name}.pdf": [Reply(_pdf(title))]
        for name, title in OTHER_NAMES.values()
    }
    with loopback(replies) as site:
        source = InjuryReports(f"{site.url}/referee/injury", HOURLY)
        report = ingest_web(home, source, FAST, clock=clock)
        assert site.count() == 24
        assert ingest_web(home, source, FAST, clock=clock).requests == 0
    assert (report.landed, report.tolerated, report.failures) == (2, 22, ())
    editions = {json.loads(parameters)["Edition"] for parameters in _landed(home)}
    assert editions == {f"2025-11-01_{edition}" for edition in OTHER_NAMES}


def test_the_replay_serves_an_edition_under_the_name_of_its_time(tmp_path: Path) -> None:
    kept = Payload(
        "nba_official",
        "injury_report",
        {"Edition": "2025-11-01_05_30PM"},
        _pdf("05:30 PM"),
        datetime(2025, 11, 2, tzinfo=UTC),
    )
    home, clock = (
        Home(tmp_path, threads=2),
        Clock(timestamp=lambda: datetime(2025, 11, 3, tzinfo=UTC)),
    )
    with serving(Replay(Archive([kept]))) as url:
        source = InjuryReports(f"{url}/referee/injury", HOURLY)
        report = ingest_web(home, source, FAST, clock=clock)
    assert (report.landed, report.tolerated, report.failures) == (1, 23, ())


def _with_schedule(home: Home, *days: date) -> None:
    """Land a schedule with a game on each of the dates."""
    team = {"teamId": 1, "teamCity": "A", "teamName": "B", "teamTricode": "X"}
    listed = [
        {
            "gameDate": f"{day:%m/%d/%Y} 00:00:00",
            "games": [
                {
                    "gameId": f"002250{n:04}",
                    "gameStatus": 1,
                    "homeTeam": team,
                    "awayTeam": team,
                    "gameDateTimeUTC": f"{day}T23:00:00Z",
                }
            ],
        }
        for n, day in enumerate(days)
    ]
    body = {"leagueSchedule": {"seasonYear": "2025-26", "gameDates": listed}}
    parameters = {"Season": "2025-26"}
    fetched_at = datetime(2026, 1, 1, tzinfo=UTC)
    made = Payload(
        "nba_stats", "scheduleleaguev2", parameters, json.dumps(body).encode(), fetched_at
    )
    with home.writing() as workspace:
        workspace.landing.land([made])


@pytest.mark.parametrize("status", [403, 404])
@pytest.mark.parametrize(
    ("days", "why"),
    [
        ((DAY,), "1 games are scheduled"),
        ((DAY + timedelta(1),), "1 games are scheduled"),
        ((), "no schedule is landed"),
    ],
)
def test_a_date_of_the_season_without_any_edition_is_a_failure_and_requested_again(
    tmp_path: Path, status: int, days: tuple[date, ...], why: str
) -> None:
    home = Home(tmp_path, threads=2)
    if days:
        _with_schedule(home, *days)
    absent = [Reply(status=status)]
    with loopback({PATH.format("09_30AM"): [*absent, Reply(_pdf("09:30 AM"))]}) as site:
        blocked = _ingest(home, site.url)
        (failure,) = blocked.failures
        assert (blocked.landed, blocked.exit_code) == (0, 1)
        assert "all 96 editions of 2026-02-08 are refused (" in failure
        assert why in failure
        again = _ingest(home, site.url)
    assert (again.landed, again.tolerated, again.failures) == (1, 95, ())


def test_a_date_without_games_has_no_editions_and_that_is_no_failure(tmp_path: Path) -> None:
    home = Home(tmp_path, threads=2)
    _with_schedule(home, DAY + timedelta(5))
    with loopback({}) as site:
        report = _ingest(home, site.url)
    assert (report.landed, report.tolerated, report.failures) == (0, 96, ())


def test_a_date_to_come_has_nothing_to_ask_for_and_that_is_reported(tmp_path: Path) -> None:
    with loopback({}) as site:
        report = _ingest(Home(tmp_path, threads=2), site.url, hour=-48)
        assert site.count() == 0
    assert report.exit_code == 1
    assert report.failures[0].endswith("no edition of 2026-02-08 is due yet")


@pytest.mark.parametrize(("day", "named"), [(date(2026, 2, 8), 96), (date(2025, 11, 1), 24)])
def test_an_edition_kept_as_csv_is_served_as_pdf_and_read_as_the_same(
    tmp_path: Path, day: date, named: int
) -> None:
    edition = f"{day}_05_30PM"
    listed = [
        (f"{day:%m/%d/%Y}", f"Team {n // 15}", f"D\u00f6e Jr., Al {n}", "Out", "Knee; Sprain")
        for n in range(45)
    ]
    text = "\n".join([",".join(HEADER), *(f'{d},{t},"{p}",{s},{r},1' for d, t, p, s, r in listed)])
    fetched_at = datetime(2026, 3, 1, tzinfo=UTC)
    kept = Payload("demo", "injury_report", {"Edition": edition}, text.encode(), fetched_at)
    home, clock = Home(tmp_path, threads=2), Clock(timestamp=lambda: fetched_at)
    with serving(Replay(Archive([kept]))) as url:
        source = InjuryReports(f"{url}/referee/injury", day)
        report = ingest_web(home, source, FAST, clock=clock)
    assert (report.landed, report.tolerated, report.failures) == (1, named - 1, ())
    with home.reading() as session:
        store = home.storage.payloads(session.workspace.catalog)
        (landed,) = store.newest("injury_report", {})
        served = store.read(landed.number)
    assert served.body.startswith(b"%PDF")
    assert injury_report_edition.parse(served) == injury_report_edition.parse(kept)

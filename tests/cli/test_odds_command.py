"""Fetching prices from the command line: dates, the key, credits and failures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from support.cli_runner import Tipoff, printed
from support.odds_events import event, market, payload
from tipoff.domain.league_time import eastern_date
from tipoff.simulation.service import Archive, Replay, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

KEY = "planted-key-9a8b"
TIP = datetime.now(UTC) + timedelta(hours=3)
LONG_AGO = datetime(2024, 3, 10, 0, 30, tzinfo=UTC)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A game to come, and one long over."""
    quotes = [("Al Doe", 20.5, -110.0, -110.0)]
    seen_at = datetime(2024, 3, 9, 15)
    books = {"fanduel": [market("player_points", seen_at, quotes)]}
    events = [
        event(("Home", "Away"), TIP, books, "e1"),
        event(("Home", "Away"), LONG_AGO, books, "e2"),
    ]
    with serving(Replay(Archive(payload(e, Recorded="2024-03-09") for e in events))) as url:
        monkeypatch.setenv("TIPOFF_ODDS_API_URL", f"{url}/v4")
        monkeypatch.setenv("TIPOFF_ODDS_API_KEY", KEY)
        yield url


@pytest.fixture
def day() -> date:
    """The date of the coming game."""
    return eastern_date(TIP)


def test_the_prices_of_a_date_and_what_they_cost(tipoff: Tipoff, service: str, day: date) -> None:
    result = tipoff("ingest", "odds", "--date", day)
    assert result.exit_code == 0, result.output
    assert "Landed 2 payloads" in result.stdout
    assert "Quota: remaining 99999, used 1, spent 1" in result.stdout
    again = printed(tipoff("ingest", "odds", "--from", day, "--to", day, "--json"))
    assert again["quota"] == {"remaining": 99998, "used": 2, "spent": 1}
    assert KEY not in f"{result.output}{again}"


def test_the_prices_of_a_date_gone_by(tipoff: Tipoff, service: str) -> None:
    arguments = ("ingest", "odds", "--date", "2024-03-09", "--historical", "--before", 30, "--json")
    printed_json = printed(tipoff(*arguments))
    assert (printed_json["landed"], printed_json["quota"]["spent"]) == (2, 11)
    assert printed(tipoff(*arguments))["requests"] == 0


def test_a_budget_that_is_spent_is_a_failure_that_says_so(
    tipoff: Tipoff, service: str, day: date
) -> None:
    result = tipoff("ingest", "odds", "--date", day, "--budget", 3)
    assert result.exit_code == 1
    assert "and 3 may be spent" in result.stderr
    assert "the same command asks for the rest" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ([], "give --date, or --from and --to"),
        (["--date", "2024-03-09"], "--historical fetches past prices"),
        (["--date", "2030-01-01", "--before", "5"], "--before needs --historical"),
        (["--date", "tonight"], "'tonight' is not a date"),
        (["--from", "2030-01-01"], "go together"),
    ],
)
def test_what_makes_no_sense_is_refused(
    tipoff: Tipoff, service: str, arguments: list[str], why: str
) -> None:
    refused = tipoff("ingest", "odds", *arguments)
    assert refused.exit_code == 2
    assert why in refused.stderr


@pytest.mark.parametrize("key", [None, "", "  "])
def test_without_a_key_nothing_is_asked(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch, key: str | None, day: date
) -> None:
    monkeypatch.delenv("TIPOFF_ODDS_API_KEY", raising=False)
    if key is not None:
        monkeypatch.setenv("TIPOFF_ODDS_API_KEY", key)
    refused = tipoff("ingest", "odds", "--date", day)
    assert refused.exit_code == 2
    assert "put the key into TIPOFF_ODDS_API_KEY" in refused.stderr


def test_a_setting_that_makes_no_sense_does_not_show_the_key(
    tipoff: Tipoff, tmp_path: Path, day: date
) -> None:
    (tmp_path / "tipoff.toml").write_text(f'odds_api_key = ["{KEY}"]\n')
    refused = tipoff("ingest", "odds", "--date", day)
    assert refused.exit_code == 2
    assert "odds_api_key" in refused.stderr
    assert KEY not in refused.output

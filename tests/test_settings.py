"""Settings of the fetching: from file and environment, checked, and secrets never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tipoff.app.settings import load_settings
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_limits_come_from_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tipoff.toml").write_text("fetch_attempts = 3\nfetch_time_budget = 600\n")
    monkeypatch.setenv("TIPOFF_FETCH_REQUESTS_PER_SECOND", "0.5")
    limits = load_settings().limits()
    assert (limits.attempts, limits.time_budget) == (3, 600)
    assert limits.requests_per_second == 0.5
    assert load_settings().limits(requests_per_second=10).requests_per_second == 10


def test_the_league_s_hosts_are_asked_slowly_and_as_a_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = load_settings().league_limits()
    assert (limits.requests_per_second, limits.jitter) == (0.7, 0.5)
    assert "Chrome/140" in load_settings().league_headers()["User-Agent"]
    assert load_settings().league_headers()["Referer"] == "https://www.nba.com/"
    (tmp_path / "tipoff.toml").write_text('[nba_headers]\nReferer = "https://other/"\n')
    monkeypatch.setenv("TIPOFF_NBA_USER_AGENT", "Some/1.0")
    headers = load_settings().league_headers()
    assert (headers["User-Agent"], headers["Referer"]) == ("Some/1.0", "https://other/")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FETCH_CONCURRENCY", "0"),
        ("FETCH_REQUESTS_PER_SECOND", "-1"),
        ("FETCH_TIMEOUT", "soon"),
        ("NBA_STATS_URL", "stats.nba.com"),
        ("NBA_STATS_URL", "http://host/stats?key=1"),
    ],
)
def test_what_makes_no_sense_is_named(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"TIPOFF_{name}", value)
    with pytest.raises(UsageError, match=name.lower()):
        load_settings()


def test_a_proxy_is_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIPOFF_FETCH_PROXY", "http://user:hush@127.0.0.1:8080")
    settings = load_settings()
    assert settings.limits().proxy == "http://user:hush@127.0.0.1:8080"
    assert "hush" not in f"{settings!r} {settings.limits()!r}"


def test_a_proxy_that_is_no_url_is_refused_unseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIPOFF_FETCH_PROXY", "user:hush@host")
    with pytest.raises(UsageError, match="fetch_proxy: not a URL") as refused:
        load_settings().limits()
    assert "hush" not in str(refused.value)
    monkeypatch.delenv("TIPOFF_FETCH_PROXY")
    (tmp_path / "tipoff.toml").write_text('fetch_proxy = ["hush"]\n')
    with pytest.raises(UsageError, match=r"setting fetch_proxy \(tipoff.toml\): ") as refused:
        load_settings()
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize("books", ["us", "us_dfs", "us,us2,us_dfs,us_ex"])
def test_regions_and_bookmakers_may_have_underscores(
    books: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIPOFF_ODDS_REGIONS", books)
    monkeypatch.setenv("TIPOFF_ODDS_BOOKMAKERS", "betr_us_dfs,draftkings")
    settings = load_settings()
    assert (settings.odds_regions, settings.odds_bookmakers) == (books, "betr_us_dfs,draftkings")


@pytest.mark.parametrize("name", ["odds_regions", "odds_bookmakers"])
@pytest.mark.parametrize("books", ["us,", "us dfs", "US", "us;eu"])
def test_lists_of_books_that_make_no_sense_are_named(
    name: str, books: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"TIPOFF_{name.upper()}", books)
    with pytest.raises(UsageError, match=name):
        load_settings()

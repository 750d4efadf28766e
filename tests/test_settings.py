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
        ("FETCH_BACKOFF", "inf"),
        ("FETCH_TIME_BUDGET", "nan"),
        ("FETCH_TIMEOUT", "1e300"),
        ("FETCH_REQUESTS_PER_SECOND", "inf"),
        ("NBA_REQUESTS_PER_SECOND", "1e-300"),
        ("LEASE_SECONDS", "nan"),
        ("THREADS", "1000000"),
        ("KEEP_RUNS", "1" * 30),
        ("KEEP_DAYS", "9999999999"),
        ("MEMORY_LIMIT", "0GB"),
        ("MEMORY_LIMIT", "999999999999TB"),
        ("MEMORY_LIMIT", "500%"),
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


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("home = ", "tipoff.toml is not TOML: Invalid value (at"),
        ('hoem = "x"', "tipoff.toml: there is no setting hoem: did you mean home?"),
        ("[fetch]\nattempts = 3", "tipoff.toml: there is no setting fetch"),
        ("threads = -3", "setting threads=-3 (tipoff.toml): should be greater than or equal to 1"),
        ('memory_limit = "lots"', "memory_limit='lots' (tipoff.toml): not an amount of memory"),
        ("markets = 3", "setting markets=3 (tipoff.toml): not a list of markets like"),
        ('markets = ["pionts"]', "no market 'pionts': did you mean points? there are points,"),
        ('day_sources = [["nba"]]', "day_sources=[['nba']] (tipoff.toml): not a list of sources"),
        ('nba_user_agent = "Pêche"', "not a header: it may hold printable ASCII"),
        ('nba_headers = {Referer = "é"}', "not a header: it may hold printable ASCII"),
        ('home = ""', "setting home='' (tipoff.toml): empty: name a directory"),
        ('log_level = "loud"', "log_level='loud' (tipoff.toml): should be 'debug', 'info'"),
    ],
)
def test_a_file_that_makes_no_sense_is_reported_in_one_line(
    tmp_path: Path, content: str, message: str
) -> None:
    (tmp_path / "tipoff.toml").write_text(content)
    with pytest.raises(UsageError) as refused:
        load_settings()
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_cannot_be_read_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "tipoff.toml").mkdir()
    with pytest.raises(UsageError, match=r"tipoff\.toml cannot be read: Is a directory"):
        load_settings()
    (tmp_path / "tipoff.toml").rmdir()
    (tmp_path / "tipoff.toml").write_bytes(b'home = "\xff"')
    with pytest.raises(UsageError, match=r"tipoff\.toml is not TOML"):
        load_settings()


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("TIPOFF_HOEM", "x", "there is no setting TIPOFF_HOEM: did you mean TIPOFF_HOME?"),
        ("TIPOFF_QQQQ", "x", "there is no setting TIPOFF_QQQQ; docs/settings.md lists them"),
        ("TIPOFF_THREADS", "-3", "setting threads='-3' (TIPOFF_THREADS): should be greater"),
        ("TIPOFF_MARKETS", "goals", "setting markets='goals' (TIPOFF_MARKETS): no market 'goals'"),
        ("TIPOFF_HOME", "", "setting home='' (TIPOFF_HOME): empty: name a directory"),
        ("TIPOFF_NBA_USER_AGENT", "é", "not a header: it may hold printable ASCII"),
        ("TIPOFF_NBA_HEADERS", "Referer", "setting nba_headers (TIPOFF_NBA_HEADERS): not JSON"),
        ("TIPOFF_MEMORY_LIMIT", "1 gigabyte", "not an amount of memory like 1GB or 512MB"),
    ],
)
def test_a_variable_that_makes_no_sense_is_reported_in_one_line(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, message: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError) as refused:
        load_settings()
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_misspelt_secret_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tipoff.toml").write_text('odds_api_kye = "hush"\n')
    with pytest.raises(UsageError, match="did you mean odds_api_key") as refused:
        load_settings()
    assert "hush" not in str(refused.value)
    (tmp_path / "tipoff.toml").unlink()
    monkeypatch.setenv("TIPOFF_FETCH_PROXI", "http://user:hush@host")
    with pytest.raises(UsageError, match="did you mean TIPOFF_FETCH_PROXY") as refused:
        load_settings()
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    "written",
    [
        "points",
        "player_points",
        "points, rebounds",
        '["points"]',
        '["player_points", "points_rebounds_assists"]',
        "Points,points-rebounds-assists",
    ],
)
def test_markets_are_named_in_any_way(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("TIPOFF_MARKETS", written)
    markets = load_settings().markets
    assert markets[0] == "points"
    assert len(markets) == 1 + written.lower().count("rebounds")


def test_what_tests_and_benchmarks_read_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIPOFF_RECORDED", "somewhere")
    assert load_settings().markets == ()

"""Settings of alerts: read in any form, checked, and never printed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from tipoff.alerts.configured import configured_alerts
from tipoff.app.logs import configure_logging
from tipoff.app.settings import load_settings
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from support.cli_runner import Tipoff

TOKEN = "110201543_planted-token"
TELEGRAM = f"tgram://{TOKEN}/12345"
PING = "https://hc-ping.example/4f9c-planted-uuid"
LINES = (
    "game_date,player_name,market,bookmaker,line,over_price,under_price,captured_at\n"
    "2024-01-05,Al Doe,player_points,book,20.5,-110,-110,\n"
)


@pytest.fixture(autouse=True)
def _empty_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "written",
    [f"{TELEGRAM} json://host", f'["{TELEGRAM}", "json://host"]', f"{TELEGRAM}\njson://host"],
)
def test_addresses_are_written_in_any_way(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("TIPOFF_ALERT_CHANNELS", written)
    alerts = configured_alerts(load_settings())
    assert alerts is not None
    assert [channel.name for channel in alerts.channels] == ["tgram 1", "json 1"]


def test_addresses_in_the_file_and_names_to_mute(tmp_path: Path) -> None:
    (tmp_path / "tipoff.toml").write_text(
        f'alert_channels = ["{TELEGRAM}"]\nalert_muted = ["tgram 1"]\nalert_quiet_hours = "23-8"\n'
    )
    alerts = configured_alerts(load_settings())
    assert alerts is not None
    assert [channel.is_muted for channel in alerts.channels] == [True]
    assert (alerts.quiet.first, alerts.quiet.last) == (23, 8)


def test_nobody_is_alerted_where_nothing_is_set() -> None:
    assert configured_alerts(load_settings()) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("alert_channels", f'["{TELEGRAM}"'),
        ("alert_quiet_hours", "late"),
        ("alert_digest_hour", "24"),
    ],
)
def test_what_makes_no_sense_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"TIPOFF_{name.upper()}", value)
    with pytest.raises(UsageError, match=f"setting {name}") as refused:
        load_settings()
    assert "planted" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("telegram://planted", "Apprise knows no service telegram://: "),
        ("tgramm://planted", "Apprise knows no service tgramm://: did you mean tgram://?"),
    ],
)
def test_a_service_that_apprise_does_not_know_is_refused_before_anything_is_done(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch, address: str, message: str
) -> None:
    monkeypatch.setenv("TIPOFF_ALERT_CHANNELS", f"json://host {address}")
    result = tipoff("day")
    assert result.exit_code == 2
    assert f"setting alert_channels: number 2: {message}" in result.stderr
    assert "planted" not in result.output


def test_a_file_with_a_number_for_addresses_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tipoff.toml").write_text("alert_channels = 5\n")
    with pytest.raises(UsageError, match=r"alert_channels .*not a list of addresses"):
        load_settings()


def test_tokens_are_blotted_out_of_logs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIPOFF_ALERT_CHANNELS", TELEGRAM)
    monkeypatch.setenv("TIPOFF_ALERT_PING_URL", PING)
    settings = load_settings()
    configure_logging(settings, "debug")
    logging.getLogger("tipoff.alerts").info("POST https://api/bot%s/send and %s", TOKEN, PING)
    assert "planted" not in capsys.readouterr().err + repr(settings)


SHOWING = (
    "status",
    "health --json",
    "health --metrics",
    "alerts list --json",
    "drift",
    "dev settings",
)


@pytest.mark.parametrize("command", SHOWING)
def test_no_command_shows_a_secret(
    tipoff: Tipoff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("TIPOFF_ALERT_CHANNELS", TELEGRAM)
    monkeypatch.setenv("TIPOFF_ALERT_PING_URL", PING)
    monkeypatch.setenv("TIPOFF_ODDS_API_KEY", "planted-key")
    monkeypatch.setenv("TIPOFF_FETCH_PROXY", "http://user:planted-pass@host:80")
    (tmp_path / "mine.csv").write_text(LINES)
    assert tipoff("ingest", "lines", "mine.csv").exit_code == 0
    result = tipoff(*command.split(), "--log-level", "debug")
    assert result.exit_code in (0, 3), result.output
    assert "planted" not in result.stdout + result.stderr

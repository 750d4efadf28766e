"""Logging: to standard error alone, from the level asked for on, and no secret in it."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from tipoff.app.logs import MIN_SECRET, configure_logging, redacted, secrets_of
from tipoff.app.settings import Settings
from tipoff.app.settings_errors import is_secret
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY, PASSWORD = "planted-key-1f2e", "planted-pass%40word"
logger = logging.getLogger("tipoff.test")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    package = logging.getLogger("tipoff")
    before = (package.handlers, package.level)
    yield
    package.handlers, package.level = before


def _settings(**values: Any) -> Settings:
    secrets = {
        "odds_api_key": SecretStr(KEY),
        "fetch_proxy": SecretStr(f"http://user:{PASSWORD}@host:8080"),
    }
    return Settings(**{**secrets, **values})


def test_records_from_the_level_on_go_to_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logging(_settings(), "info")
    logger.debug("too low")
    logger.info("just right")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "too low" not in captured.err
    assert "INFO    tipoff.test: just right" in captured.err


def test_the_level_of_the_settings_holds_where_none_is_requested(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure_logging(_settings(log_level="error"))
    logger.warning("too low")
    logger.error("just right")
    assert "too low" not in capsys.readouterr().err


def test_json_is_one_object_per_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(_settings(log_format="json"), "debug")
    logger.info("a line\nand another")
    try:
        raise ValueError("the cause")
    except ValueError:
        logger.exception("it failed")
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert (first["level"], first["logger"]) == ("info", "tipoff.test")
    assert first["message"] == "a line\nand another"
    assert "ValueError: the cause" in second["traceback"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_are_blotted_out_of_messages_and_tracebacks(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    configure_logging(_settings(log_format=form), "debug")
    logger.info("GET https://host/odds?apiKey=%s", KEY)
    try:
        raise ValueError(f"proxy http://user:{PASSWORD}@host:8080 refused planted-pass@word")
    except ValueError:
        logger.debug("it failed", exc_info=True)
    logged = capsys.readouterr().err
    assert "apiKey=***" in logged
    assert "planted" not in logged


def test_every_secret_setting_is_blotted_out() -> None:
    values: dict[str, Any] = {
        name: SecretStr(f"scheme://user:planted-{name}@host/planted-{name}")
        for name, field in Settings.model_fields.items()
        if is_secret(field)
    }
    values["alert_channels"] = (values["alert_channels"],)
    assert len(values) >= 6
    secrets = secrets_of(Settings(**values))
    for name in values:
        assert "planted" not in redacted(f"refused: planted-{name}", secrets), name


def test_other_libraries_keep_silent(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(_settings(), "debug")
    logging.getLogger("httpx").info("HTTP Request: GET https://host?apiKey=%s", KEY)
    assert capsys.readouterr().err == ""


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(UsageError, match="no log level 'loud': there are debug, info"):
        configure_logging(_settings(), "loud")


@given(st.text(), st.text(min_size=MIN_SECRET), st.text())
def test_a_secret_is_found_wherever_it_stands(before: str, secret: str, after: str) -> None:
    settings = Settings(odds_api_key=SecretStr(secret))
    kept = secrets_of(settings)
    if kept:
        assert kept[0] not in redacted(f"{before}{secret}{after}", kept).replace("***", "")

"""Logging: configured in this one place, to standard error and nowhere else.

Every module logs to the logger of its own name. What is shown is set by ``--log-level``, or by the
setting ``log_level``; ``log_format = "json"`` makes one JSON object of each record. Libraries keep
silent: they would log addresses that have keys in them. Secrets among the settings are blotted out
of whatever is logged, tracebacks included.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO
from urllib.parse import unquote

from tipoff.app.printable import printable, printable_lines
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    from tipoff.app.settings import Settings

LEVELS = ("debug", "info", "warning", "error")
HIDDEN = "***"
MIN_SECRET = 4
"""Characters: to blot out anything shorter would make logs unreadable and protect nobody."""
PASSWORD = re.compile(r"//[^/@:]*:([^/@]+)@")
BETWEEN = re.compile(r"[/:@?&=,\s]+")
MIN_TOKEN = 8
"""Characters: of an alert's address every part as long as this may be its token."""
TEXT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


def configure_logging(settings: Settings, level: str | None = None) -> None:
    """Log what Tipoff's own modules say, from a level on.

    Args:
        settings: the level, the form, and which secrets there are.
        level: takes the place of the setting.

    Raises:
        UsageError: there is no such level.
    """
    wanted = (level or settings.log_level).lower()
    if wanted not in LEVELS:
        raise UsageError(f"no log level {level!r}: there are {', '.join(LEVELS)}")
    handler = _StandardError()
    form = JsonFormatter if settings.log_format == "json" else TextFormatter
    handler.setFormatter(form(secrets_of(settings)))
    logger = logging.getLogger("tipoff")
    logger.handlers = [handler]
    logger.setLevel(wanted.upper())


def secrets_of(settings: Settings) -> list[str]:
    """Return every text that must appear nowhere: keys, addresses, and passwords in them."""
    shown = [
        settings.odds_api_key,
        settings.fetch_proxy,
        settings.alert_ping_url,
        *settings.alert_channels,
    ]
    values = [secret.get_secret_value().strip() for secret in shown if secret is not None]
    passwords = [found[1] for value in values if (found := PASSWORD.search(value))]
    addresses = [settings.alert_ping_url, *settings.alert_channels]
    tokens = {
        part
        for address in addresses
        if address is not None
        for part in BETWEEN.split(address.get_secret_value())
        if len(part) >= MIN_TOKEN
    }
    every = {*values, *passwords, *map(unquote, passwords), *tokens}
    return sorted((text for text in every if len(text) >= MIN_SECRET), key=len, reverse=True)


class TextFormatter(logging.Formatter):
    """Writes a record as a line for people."""

    def __init__(self, secrets: Collection[str]) -> None:
        super().__init__(TEXT, "%H:%M:%S")
        self._secrets = secrets

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """Return the line without its traceback: whatever is in the message, it is one line."""
        return printable(super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with its traceback if it has one."""
        return hidden(printable_lines(super().format(record)), self._secrets)


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object on a line."""

    def __init__(self, secrets: Collection[str]) -> None:
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the object."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": hidden(record.getMessage(), self._secrets),
        }
        if record.exc_info:
            line["traceback"] = hidden(self.formatException(record.exc_info), self._secrets)
        return json.dumps(line, ensure_ascii=False)


def hidden(text: str, secrets: Collection[str]) -> str:
    """Return the text with every secret in it blotted out."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return text


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to what ``sys.stderr`` is now: a progress bar may stand in for it."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        return sys.stderr

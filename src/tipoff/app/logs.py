"""Configuration of logging, which goes to standard error only.

Every module logs to the logger with its own name. The level is set by ``--log-level`` or the
setting ``log_level``; with ``log_format = "json"`` each record is a JSON object. Libraries do not
log, since they would log URLs with keys in them. Secrets of the settings are replaced in everything
that is logged, including tracebacks.
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
"""Minimum length of a secret: replacing shorter texts would only make logs unreadable."""
PASSWORD = re.compile(r"//[^/@:]*:([^/@]+)@")
SEPARATORS = re.compile(r"[/:@?&=,\s]+")
ADDRESSES = ("alert_channels", "alert_ping_url")
"""Settings whose addresses contain secret tokens."""
MIN_TOKEN = 8
"""Minimum length of a part of such an address that is treated as a secret token."""
TEXT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


def configure_logging(settings: Settings, level: str | None = None) -> None:
    """Log the records of Tipoff's own modules from a level on.

    Args:
        settings: the level, the format and the secrets.
        level: overrides the level of the settings.

    Raises:
        UsageError: there is no such level.
    """
    threshold = (level or settings.log_level).lower()
    if threshold not in LEVELS:
        raise UsageError(f"no log level {level!r}: there are {', '.join(LEVELS)}")
    handler = _StandardError()
    formatter = JsonFormatter if settings.log_format == "json" else TextFormatter
    handler.setFormatter(formatter(secrets_of(settings)))
    logger = logging.getLogger("tipoff")
    logger.handlers = [handler]
    logger.setLevel(threshold.upper())


def secrets_of(settings: Settings) -> list[str]:
    """Return every text that must not be logged, longest first: keys, URLs, passwords, tokens."""
    secrets = settings.secrets()
    values = [value for held in secrets.values() for value in held]
    passwords = [match[1] for value in values if (match := PASSWORD.search(value))]
    tokens = {
        part
        for name in ADDRESSES
        for address in secrets[name]
        for part in SEPARATORS.split(address)
        if len(part) >= MIN_TOKEN
    }
    texts = {*values, *passwords, *map(unquote, passwords), *tokens}
    return sorted((text for text in texts if len(text) >= MIN_SECRET), key=len, reverse=True)


class TextFormatter(logging.Formatter):
    """Formats a record as a line of text."""

    def __init__(self, secrets: Collection[str]) -> None:
        super().__init__(TEXT, "%H:%M:%S")
        self._secrets = secrets

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """Return the message as a single line, with control characters escaped."""
        return printable(super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, followed by the traceback if there is one."""
        return redacted(printable_lines(super().format(record)), self._secrets)


class JsonFormatter(logging.Formatter):
    """Formats a record as a JSON object on one line."""

    def __init__(self, secrets: Collection[str]) -> None:
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the JSON object."""
        values = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redacted(record.getMessage(), self._secrets),
        }
        if record.exc_info:
            values["traceback"] = redacted(self.formatException(record.exc_info), self._secrets)
        return json.dumps(values, ensure_ascii=False)


def redacted(text: str, secrets: Collection[str]) -> str:
    """Return the text with every secret in it replaced by ``***``."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return text


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to the current ``sys.stderr``, which a progress bar may have replaced."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        return sys.stderr

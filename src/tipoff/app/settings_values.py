"""Validators of settings: which values are valid, and the notations they may be written in."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

from tipoff.app.market_names import market_key, market_name
from tipoff.domain.quiet_hours import QuietHours
from tipoff.domain.source_names import SOURCES
from tipoff.kernel.errors import UsageError

NAMES_PATTERN = r"^[a-z0-9_]+(,[a-z0-9_]+)*$"
WEB_URL_PATTERN = r"^https?://[^\s?#@]+$"
DATASET_PATTERN = r"^$|^[a-z0-9-]+\.\w+$"
STORAGE_PATTERN = r"^$|^[a-z0-9+]+://[^\s?#]+$"
ENGINE_PATTERN = r"^(duckdb|(spark|k8s)://.+|yarn|local(-cluster)?\[.+\])$"
LOOKS_LIKE_URL = re.compile(r"[a-z0-9+]{2,}:/")
"""Matches the start of a path that was meant as a URL: pathlib shortens ``//`` to ``/``."""
MEMORY_PATTERN = re.compile(r"(\d+(?:\.\d+)?)\s*(?:([KMGT])i?B|(%))", re.IGNORECASE)
MIN_MEMORY, MAX_MEMORY = 10e6, 1e15
"""In bytes: with less memory no query can run; a larger value is refused by the engine."""
MAX_THREADS = 1024
MAX_SECONDS = 7 * 86_400
"""One week, longer than any command waits."""
MIN_PER_SECOND = 0.001


def market_names(value: Any) -> Any:
    """Return short names of markets from a list, a comma-separated text or JSON."""
    if isinstance(value, str):
        value = _words(value)
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, str) for each in value):
        raise ValueError('not a list of markets like ["points", "rebounds"]')
    try:
        return tuple(market_name(market_key(each)) for each in value)
    except UsageError as error:
        raise ValueError(str(error)) from None


def source_names(value: Any) -> Any:
    """Return names of sources from a list, a comma-separated text or JSON."""
    if isinstance(value, str):
        value = _words(value)
    if not isinstance(value, (list, tuple)) or not all(each in SOURCES for each in value):
        raise ValueError(f"not a list of sources like {orjson.dumps(SOURCES).decode()}")
    return tuple(name for name in SOURCES if name in value)


def addresses(value: Any) -> Any:
    """Return addresses from a list, a space-separated text or JSON."""
    if isinstance(value, str):
        try:
            value = json.loads(value) if value.strip().startswith("[") else value.split()
        except json.JSONDecodeError:
            raise ValueError('not addresses, such as ["tgram://TOKEN/CHAT"]') from None
    if not isinstance(value, (list, tuple)):
        raise ValueError("not a list of addresses")
    return tuple(value)


def names(value: Any) -> Any:
    """Return names from a list or a comma-separated text."""
    if isinstance(value, str):
        value = [each.strip() for each in value.split(",") if each.strip()]
    if not isinstance(value, (list, tuple)):
        raise ValueError('not names, such as "json 1"')
    return tuple(value)


def home_directory(value: Any) -> Any:
    """Return the path unless it is empty, which would mean the working directory."""
    if isinstance(value, str) and not value.strip():
        raise ValueError("empty: name a directory, or leave it unset; the working directory is .")
    return value


def header(value: str) -> str:
    """Return the text if it can be sent as a header of a request."""
    if not (value.isascii() and value.isprintable()):
        raise ValueError("not a header: it may hold printable ASCII characters only")
    return value


def headers(value: dict[str, str]) -> dict[str, str]:
    """Return the headers if all of them can be sent."""
    for each in (*value, *value.values()):
        header(each)
    return value


def quiet_hours(value: str) -> str:
    """Return the text if it is a range of hours such as "23-8"."""
    QuietHours.parse(value)
    return value


def memory(value: Any) -> Any:
    """Return the text if it is an amount of memory that the engine can work with."""
    if value is None:
        return None
    match = MEMORY_PATTERN.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise ValueError("not an amount of memory like 1GB or 512MB")
    amount, unit, share = float(match[1]), match[2], match[3]
    if share and not 1 <= amount <= 100:
        raise ValueError("not a share of the memory from 1% to 100%")
    if not share and not MIN_MEMORY <= amount * 1e3 ** (" KMGT".index(unit.upper())) <= MAX_MEMORY:
        raise ValueError("not an amount of memory from 10MB to 1000TB")
    return value.strip()


def _words(text: str) -> list[str]:
    return [each.strip(' "') for each in text.strip("[] ").split(",") if each.strip()]

"""JSON answers as columns; errors name the missing or malformed field."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import PayloadError
from tipoff.sources.parsing.limits import JSON_SEPARATORS, refuse_too_many_values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tipoff.kernel.declare.payload import Payload

MAX_SHOWN = 120
"""The number of characters of actual content in an error message."""


def full_name(first: Any, last: Any) -> str:
    """Join a player's first and last name, either of which may be empty."""
    return f"{first} {last}".strip()


def load(payload: Payload) -> Any:
    """Parse a payload's JSON.

    Raises:
        PayloadError: it is not JSON, or has more values than a payload may have.
    """
    refuse_too_many_values(payload.body, JSON_SEPARATORS)
    try:
        return orjson.loads(payload.body)
    except orjson.JSONDecodeError as error:
        shown = payload.body[:40].decode(errors="replace")
        raise PayloadError(f"not JSON ({error}): it begins {shown!r}") from None


def document(payload: Payload, name: str) -> Any:
    """Return the top-level field that contains a response's content.

    Raises:
        PayloadError: the payload is not JSON, or has no such field.
    """
    return field(load(payload), name)


def field(record: Any, name: str) -> Any:
    """Return a required field.

    Raises:
        PayloadError: it is missing.
    """
    if not isinstance(record, dict):
        raise PayloadError(f"field {name!r} is missing: {str(record)[:MAX_SHOWN]!r} is no record")
    if name not in record:
        present = ", ".join(map(str, record))
        raise PayloadError(f"field {name!r} is missing; there are: {present[:MAX_SHOWN]}")
    return record[name]


def items(record: Any, name: str) -> list[Any]:
    """Return a required field that is a list.

    Raises:
        PayloadError: it is missing or not a list.
    """
    values = field(record, name)
    if not isinstance(values, list):
        raise PayloadError(f"field {name!r} is not a list")
    return values


def result_set(payload: Payload, name: str) -> dict[str, Sequence[Any]]:
    """Return the columns of one result set in a response with the service's ``resultSets``."""
    results = items(load(payload), "resultSets")
    result = next((each for each in results if field(each, "name") == name), None)
    if result is None:
        present = ", ".join(str(each["name"]) for each in results)
        raise PayloadError(f"result set {name!r} is missing; there are: {present[:MAX_SHOWN]}")
    headers = items(result, "headers")
    if not all(isinstance(header, str) for header in headers) or len({*headers}) < len(headers):
        raise PayloadError(f"headers are not names, each once: {str(headers)[:MAX_SHOWN]}")
    return by_column(items(result, "rowSet"), headers)


def convert(columns: dict[str, Sequence[Any]], name: str, to: Callable[[Any], Any]) -> None:
    """Convert the values of a column in place, if it exists; each distinct value only once."""
    if name not in columns:
        return
    values = columns[name]
    try:
        distinct = {value: to(value) for value in dict.fromkeys(values)}
        columns[name] = list(map(distinct.__getitem__, values))
    except TypeError:  # some values are lists or records, which are not hashable
        columns[name] = [to(value) for value in values]


def by_column(rows: Sequence[Sequence[Any]], names: Sequence[str]) -> dict[str, Sequence[Any]]:
    """Return rows as columns by name.

    Raises:
        PayloadError: a row has more or fewer values than there are names.
    """
    if not rows:
        return dict.fromkeys(names, ())
    try:
        columns = list(zip(*rows, strict=True))
    except (TypeError, ValueError):
        raise PayloadError("rows of different lengths, or no rows") from None
    if len(columns) != len(names):
        raise PayloadError(f"rows have {len(columns)} values under {len(names)} headers")
    return dict(zip(names, columns, strict=True))


def league_date(value: Any) -> date | Any:
    """Parse a date in any of the service's three formats; return other values unchanged."""
    return _date(value) if isinstance(value, str) else value


@cache
def _date(text: str) -> date | str:
    for form, width in (("%Y-%m-%d", 10), ("%Y%m%d", 8), ("%m/%d/%Y", 10)):
        try:
            return datetime.strptime(text[:width], form).date()
        except ValueError:
            continue
    return text

"""JSON answers as columns; what is missing or misshapen is named."""

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

SHOWN = 120
"""Characters of what is there instead, in a refusal."""


def full_name(first: Any, last: Any) -> str:
    """Return both names as one; some players have only one."""
    return f"{first} {last}".strip()


def load(payload: Payload) -> Any:
    """Return a payload's JSON.

    Raises:
        PayloadError: it is none, or of more values than a payload may have.
    """
    refuse_too_many_values(payload.body, JSON_SEPARATORS)
    try:
        return orjson.loads(payload.body)
    except orjson.JSONDecodeError as error:
        shown = payload.body[:40].decode(errors="replace")
        raise PayloadError(f"not JSON ({error}): it begins {shown!r}") from None


def document(payload: Payload, name: str) -> Any:
    """Return the one field that a response wraps its content in.

    Raises:
        PayloadError: the payload is not JSON, or has no such field.
    """
    return field(load(payload), name)


def field(record: Any, name: str) -> Any:
    """Return a field that must be there.

    Raises:
        PayloadError: it is not.
    """
    if not isinstance(record, dict):
        raise PayloadError(f"field {name!r} is missing: {str(record)[:SHOWN]!r} is no record")
    if name not in record:
        there = ", ".join(map(str, record))
        raise PayloadError(f"field {name!r} is missing; there are: {there[:SHOWN]}")
    return record[name]


def items(record: Any, name: str) -> list[Any]:
    """Return a field that must be there and hold a list.

    Raises:
        PayloadError: it is not, or does not.
    """
    listed = field(record, name)
    if not isinstance(listed, list):
        raise PayloadError(f"field {name!r} is not a list")
    return listed


def result_set(payload: Payload, name: str) -> dict[str, Sequence[Any]]:
    """Return the columns of one result set of a response in the service's row form."""
    results = items(load(payload), "resultSets")
    named = next((each for each in results if field(each, "name") == name), None)
    if named is None:
        there = ", ".join(str(each["name"]) for each in results)
        raise PayloadError(f"result set {name!r} is missing; there are: {there[:SHOWN]}")
    headers = items(named, "headers")
    if not all(isinstance(header, str) for header in headers) or len({*headers}) < len(headers):
        raise PayloadError(f"headers are not names, each once: {str(headers)[:SHOWN]}")
    return by_column(items(named, "rowSet"), headers)


def convert(columns: dict[str, Sequence[Any]], name: str, to: Callable[[Any], Any]) -> None:
    """Put a column's values into another form, each distinct one once, if it is there at all."""
    if name not in columns:
        return
    values = columns[name]
    try:
        distinct = {value: to(value) for value in dict.fromkeys(values)}
        columns[name] = list(map(distinct.__getitem__, values))
    except TypeError:  # a list or a record among them
        columns[name] = [to(value) for value in values]


def by_column(rows: Sequence[Sequence[Any]], names: Sequence[str]) -> dict[str, Sequence[Any]]:
    """Return rows as columns under their names.

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
    """Return a date in any of the service's three spellings; anything else stays."""
    return _date(value) if isinstance(value, str) else value


@cache
def _date(text: str) -> date | str:
    for form, width in (("%Y-%m-%d", 10), ("%Y%m%d", 8), ("%m/%d/%Y", 10)):
        try:
            return datetime.strptime(text[:width], form).date()
        except ValueError:
            continue
    return text

"""Compare a payload's columns with those that its stream declares."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from tipoff.kernel.declare.arrow import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipoff.kernel.declare.stream import Columns, Stream

MIN_SIMILARITY = 0.5
"""The similarity of two names, from 0 to 1, from which one may be the new name of the other."""
MIN_RETYPED_VALUES = 3
"""A column has another type if it has at least this many values, all unreadable; fewer are bad
rows."""
MAX_SHOWN = 40
"""The maximum number of characters of a value that a message shows."""


@dataclass(frozen=True)
class Drift:
    """The difference between a payload's columns and the declared ones."""

    missing: Mapping[str, str | None]
    """The missing columns, each with the new column that may be the same under another name."""
    retyped: Mapping[str, str]
    """The columns in which no value is of the declared type, each with that type and a value."""
    new: Sequence[str]
    """The columns that are neither declared nor known to be unused."""

    @property
    def refuses(self) -> bool:
        """Whether the payload cannot be read; new columns alone do not prevent that."""
        return bool(self.missing or self.retyped)

    def __str__(self) -> str:
        missing = (
            f"{name} (renamed {new}?)" if new else name for name, new in self.missing.items()
        )
        retyped = (f"{name} ({types})" for name, types in self.retyped.items())
        parts = {"missing": missing, "retyped": retyped, "new": self.new}
        lists = ((change, ", ".join(names)) for change, names in parts.items())
        return "; ".join(f"columns {change}: {names}" for change, names in lists if names)


def drift(stream: Stream, columns: Columns, *, types: bool = False) -> Drift:
    """Compare a payload's columns with those that the stream declares.

    Args:
        stream: the stream.
        columns: the payload's columns.
        types: whether to compare the values' types even if no column is missing.
    """
    missing = [name for name in stream.columns if name not in columns]
    new = [name for name in columns if name not in stream.columns]
    renamed = {
        name: most_similar(name, [n for n in new if readable(columns[n], stream.columns[name])])
        for name in missing
    }
    unused = stream.unused or frozenset()
    return Drift(
        renamed,
        _retyped(stream, columns) if types or missing else {},
        [name for name in new if name not in unused and name not in renamed.values()],
    )


def new_columns(stream: Stream, columns: Columns) -> list[str]:
    """Return the columns that are neither declared nor known to be unused."""
    if stream.unused is None:
        return []
    return [n for n in columns if n not in stream.columns and n not in stream.unused]


def most_similar(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that is most similar to a name; None if none is similar enough."""

    def similarity(other: str) -> float:
        return SequenceMatcher(None, name.lower(), other.lower()).ratio()

    best = max(candidates, key=similarity, default=None)
    return best if best is not None and similarity(best) >= MIN_SIMILARITY else None


def _retyped(stream: Stream, columns: Columns) -> dict[str, str]:
    retyped = {}
    for name, dtype in stream.columns.items():
        values = [value for value in columns.get(name, ()) if value is not None]
        if len(values) >= MIN_RETYPED_VALUES and not any(readable([v], dtype) for v in values):
            retyped[name] = f"{dtype} declared, {_shown(values[0])} found"
    return retyped


def _shown(value: Any) -> str:
    return repr(value) if len(repr(value)) <= MAX_SHOWN else f"{repr(value)[:MAX_SHOWN]}…"

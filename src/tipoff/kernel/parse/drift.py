"""How a payload's columns differ from what its stream declares."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from tipoff.kernel.declare.arrow import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipoff.kernel.declare.stream import Columns, Stream

ALIKE = 0.5
"""From what likeness of two names on, 0 to 1, one is taken for the other under a new name."""
ENOUGH_TO_TELL = 3
"""So many values, all unreadable, are another type; fewer are bad rows."""
SHOWN = 40


@dataclass(frozen=True)
class Drift:
    """What changed."""

    missing: Mapping[str, str | None]
    """Columns that are not there, each with the new one it may be now."""
    retyped: Mapping[str, str]
    """Columns none of whose values is of their type: the type, and the first value."""
    new: Sequence[str]
    """Columns that nobody declared, in use or not."""

    @property
    def refuses(self) -> bool:
        """Whether the payload cannot be read; what is merely new does not keep it from that."""
        return bool(self.missing or self.retyped)

    def __str__(self) -> str:
        missing = (
            f"{name} (renamed {now}?)" if now else name for name, now in self.missing.items()
        )
        retyped = (f"{name} ({was})" for name, was in self.retyped.items())
        parts = {"missing": missing, "retyped": retyped, "new": self.new}
        said = ((change, ", ".join(names)) for change, names in parts.items())
        return "; ".join(f"columns {change}: {names}" for change, names in said if names)


def drift(stream: Stream, columns: Columns, *, types: bool = False) -> Drift:
    """Compare a payload's columns with the stream's.

    Args:
        stream: what is declared.
        columns: what came.
        types: look at the values too, even where no column is missing.
    """
    gone = [name for name in stream.columns if name not in columns]
    new = [name for name in columns if name not in stream.columns]
    renamed = {
        name: alike(name, [n for n in new if readable(columns[n], stream.columns[name])])
        for name in gone
    }
    unused = stream.unused or frozenset()
    return Drift(
        renamed,
        _retyped(stream, columns) if types or gone else {},
        [name for name in new if name not in unused and name not in renamed.values()],
    )


def news(stream: Stream, columns: Columns) -> list[str]:
    """Return the columns that are neither declared nor known to be of no use."""
    if stream.unused is None:
        return []
    return [n for n in columns if n not in stream.columns and n not in stream.unused]


def alike(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate whose name is most like another; None if none is like it."""

    def likeness(other: str) -> float:
        return SequenceMatcher(None, name.lower(), other.lower()).ratio()

    best = max(candidates, key=likeness, default=None)
    return best if best is not None and likeness(best) >= ALIKE else None


def _retyped(stream: Stream, columns: Columns) -> dict[str, str]:
    found = {}
    for name, dtype in stream.columns.items():
        values = [value for value in columns.get(name, ()) if value is not None]
        if len(values) >= ENOUGH_TO_TELL and not any(readable([v], dtype) for v in values):
            found[name] = f"{dtype} declared, {_shown(values[0])} found"
    return found


def _shown(value: Any) -> str:
    return repr(value) if len(repr(value)) <= SHOWN else f"{repr(value)[:SHOWN]}…"

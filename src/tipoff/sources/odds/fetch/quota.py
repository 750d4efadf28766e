"""Credits: how many are left, and how many a command may spend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Quota:
    """The key's credits by the headers of the last answers; None where none had any."""

    remaining: int | None = None
    used: int | None = None
    spent: int = 0
    """By this command."""

    def after(self, headers: Mapping[str, str]) -> Quota:
        """Return the quota after one more answer; answers may arrive in any order."""
        remaining, used, last = (
            _number(headers.get(f"x-requests-{name}")) for name in ("remaining", "used", "last")
        )
        return Quota(
            _least(self.remaining, remaining),
            used if self.used is None or used is None else max(self.used, used),
            self.spent + (last or 0),
        )


@dataclass(frozen=True)
class Budget:
    """The limits on what may be spent."""

    credits: int | None = None
    """The most that one command spends; None for all there are."""
    reserve: int = 0
    """The credits that are always left over."""

    def left(self, quota: Quota) -> int | None:
        """Return how many credits may still be spent; None where there is no limit."""
        own = None if self.credits is None else self.credits - quota.spent
        kept = None if quota.remaining is None else quota.remaining - self.reserve
        return _least(own, kept)


def _least(one: int | None, other: int | None) -> int | None:
    return min((n for n in (one, other) if n is not None), default=None)


def _number(text: str | None) -> int | None:
    """Return a count of credits; None of a header that is no number."""
    try:
        return None if text is None else int(float(text))
    except ValueError:
        return None

"""Credits of The Odds API: how many are left, and how many a command may spend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Quota:
    """The key's credits from the headers of the last answers; None where no answer had them."""

    remaining: int | None = None
    used: int | None = None
    spent: int = 0
    """The credits that this command has spent."""

    def after(self, headers: Mapping[str, str]) -> Quota:
        """Return the quota after one more answer; answers may arrive in any order."""
        remaining, used, last = (
            _number(headers.get(f"x-requests-{name}")) for name in ("remaining", "used", "last")
        )
        return Quota(
            _min_known(self.remaining, remaining),
            used if self.used is None or used is None else max(self.used, used),
            self.spent + (last or 0),
        )


@dataclass(frozen=True)
class Budget:
    """The limits on spending credits."""

    credits: int | None = None
    """The most credits that one command may spend; None for no limit."""
    reserve: int = 0
    """The number of credits to keep unspent."""

    def left(self, quota: Quota) -> int | None:
        """Return how many credits may still be spent; None without a limit."""
        of_command = None if self.credits is None else self.credits - quota.spent
        of_key = None if quota.remaining is None else quota.remaining - self.reserve
        return _min_known(of_command, of_key)


def _min_known(one: int | None, other: int | None) -> int | None:
    return min((n for n in (one, other) if n is not None), default=None)


def _number(text: str | None) -> int | None:
    """Parse a header's count of credits; None if it is not a number."""
    try:
        return None if text is None else int(float(text))
    except ValueError:
        return None

"""Short names and keys of markets: ``points`` and ``player_points`` are the same market."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tipoff.domain.markets import MARKETS
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

PREFIX = "player_"


def market_key(text: str, among: Collection[str] = tuple(MARKETS)) -> str:
    """Return the key of a market, such as ``player_points``, from user input.

    Args:
        text: the market's name or key; case and hyphens do not matter.
        among: the keys that are valid here.

    Raises:
        UsageError: there is no such market; the message lists the valid ones.
    """
    name = market_name(text.strip().lower().replace("-", "_"))
    keys = {market_name(key): key for key in among}
    if name not in keys:
        near = get_close_matches(name, keys, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise UsageError(f"no market {text!r}: {hint}there are {', '.join(keys)}")
    return keys[name]


def market_name(key: str) -> str:
    """Return the short name of a market, such as ``points`` for ``player_points``."""
    return key.removeprefix(PREFIX)

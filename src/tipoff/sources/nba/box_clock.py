"""Time played, as box scores of either host write it."""

from __future__ import annotations

import re
from typing import Any

CLOCK = re.compile(r"(?:PT)?(\d+)[:M](\d+)(?:\.\d+)?S?")


def box_seconds(minutes: Any) -> int | Any:
    """Return the seconds of "34:19" or "PT34M19.00S"; NULL of "", which is no time at all.

    What is neither stays as it is, for its row to be set aside.
    """
    if minutes in ("", None):
        return None
    clock = CLOCK.fullmatch(str(minutes))
    return int(clock[1]) * 60 + int(clock[2]) if clock else minutes

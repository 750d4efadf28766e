"""Playing time in the formats of both hosts' box scores."""

from __future__ import annotations

import re
from typing import Any

CLOCK = re.compile(r"(?:PT)?(\d+)[:M](\d+)(?:\.\d+)?S?")


def box_seconds(minutes: Any) -> int | Any:
    """Return the seconds in a time like "34:19" or "PT34M19.00S"; NULL for an empty text.

    Any other value is returned unchanged, so that its row is set aside.
    """
    if minutes in ("", None):
        return None
    clock = CLOCK.fullmatch(str(minutes))
    return int(clock[1]) * 60 + int(clock[2]) if clock else minutes

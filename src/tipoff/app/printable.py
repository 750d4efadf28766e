r"""Show text of unknown origin as text: a terminal must not obey what a feed calls a player.

An escape sequence in a name could clear the screen, rewrite lines printed before, or set the
clipboard; a character that turns the writing direction could make one line read as another. Such
characters are shown as Python writes them: ``\x1b[2J``.
"""

from __future__ import annotations

import json

LINE_ENDS = "\n\t"
"""What lays out text of several lines."""
CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
"""The C0 and C1 control characters: a terminal may obey either."""
DIRECTIONS = [0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
"""Marks and overrides of the writing direction, and Unicode's own ends of lines."""
SHOWN = {each: chr(each).encode("unicode_escape").decode() for each in (*CONTROLS, *DIRECTIONS)}
SHOWN_IN_LINES = {each: text for each, text in SHOWN.items() if chr(each) not in LINE_ENDS}
IN_JSON = {each: f"\\u{each:04x}" for each in (*range(0x7F, 0xA0), *DIRECTIONS)}
"""JSON itself escapes the others."""


def printable(text: str) -> str:
    """Return one line of text in which every control character is shown and none is obeyed."""
    return text.translate(SHOWN)


def printable_lines(text: str) -> str:
    """Return text that may have several lines; apart from their ends, as ``printable`` does."""
    return text.translate(SHOWN_IN_LINES)


def ascii_json(text: str) -> str:
    """Return the same JSON value in ASCII."""
    return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)


def printable_json(text: str) -> str:
    """Return the same JSON value in characters that no terminal obeys."""
    return text.translate(IN_JSON)

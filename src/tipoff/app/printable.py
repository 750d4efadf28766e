r"""Escape control characters in text from feeds, so that a terminal does not interpret them.

An escape sequence in a player's name could clear the screen, rewrite earlier lines, or set the
clipboard; a character that changes the writing direction could make a line read differently. Such
characters are shown as Python escapes them: ``\x1b[2J``.
"""

from __future__ import annotations

import json

LINE_ENDS = "\n\t"
"""Control characters that are kept in text of several lines."""
CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
"""The C0 and C1 control characters; terminals may interpret both."""
DIRECTIONS = [0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
"""Marks and overrides of the writing direction, and Unicode's line and paragraph separators."""
ESCAPES = {each: chr(each).encode("unicode_escape").decode() for each in (*CONTROLS, *DIRECTIONS)}
ESCAPES_IN_LINES = {each: text for each, text in ESCAPES.items() if chr(each) not in LINE_ENDS}
JSON_ESCAPES = {each: f"\\u{each:04x}" for each in (*range(0x7F, 0xA0), *DIRECTIONS)}
"""Escapes in JSON text, where all other control characters are escaped already."""


def printable(text: str) -> str:
    """Return text as one line, with every control character escaped."""
    return text.translate(ESCAPES)


def printable_lines(text: str) -> str:
    """Return text with every control character escaped except line feeds and tabs."""
    return text.translate(ESCAPES_IN_LINES)


def ascii_json(text: str) -> str:
    """Return the same JSON value in ASCII."""
    return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)


def printable_json(text: str) -> str:
    """Return the same JSON value with every control character escaped."""
    return text.translate(JSON_ESCAPES)

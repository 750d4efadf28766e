"""How large a payload may be, and how many values it may hold: more is refused, not parsed.

A few megabytes of gzip can unpack to gigabytes, and a few megabytes of JSON such as ``[[],[],…``
take twenty times their size once they are parsed. The largest real answer of five seasons has
9 MB and 0.9 million values, so that nothing real comes near the limits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError

if TYPE_CHECKING:
    from typing import BinaryIO

MAX_PAYLOAD_BYTES = 64_000_000
"""Of one payload, unpacked."""
MAX_VALUES = 4_000_000
"""Of one payload, JSON or CSV: parsed, so many take about 400 MB."""
JSON_SEPARATORS, CSV_SEPARATORS = b",[{", b",\n\r"
"""What begins or ends a value."""
MAX_COLUMNS = 1_000
"""Of one CSV file."""
MAX_PDF_BYTES = 8_000_000
"""Of one PDF: an edition of the injury report has a few hundred kilobytes."""
MAX_PDF_PAGES = 100


def read_within(file: BinaryIO, limit: int = MAX_PAYLOAD_BYTES) -> bytes:
    """Return the rest of a file, which may be unpacked as it is read; at most ``limit`` bytes.

    Raises:
        PayloadError: it is longer.
    """
    body = file.read(limit + 1)
    if len(body) > limit:
        raise PayloadError(too_large(limit))
    return body


def too_large(limit: int = MAX_PAYLOAD_BYTES) -> str:
    """Return what to say of a payload of more bytes than it may have."""
    return f"it is larger than {limit / 1e6:,.0f} MB unpacked, the most that one payload may have"


def refuse_too_many_values(body: bytes, separators: bytes) -> None:
    """Refuse a body that would take too much memory once it is parsed.

    Args:
        body: JSON or CSV.
        separators: the characters that each begin or end a value. They are counted inside of
            texts too: the limit leaves room for that.

    Raises:
        PayloadError: naming how many values there may be.
    """
    if len(body) > MAX_PAYLOAD_BYTES:
        raise PayloadError(too_large())
    count = sum(body.count(bytes([each])) for each in separators)
    if count > MAX_VALUES:
        raise PayloadError(
            f"it holds {count:,} values, and one payload may have {MAX_VALUES:,}: is it the right"
            " file?"
        )

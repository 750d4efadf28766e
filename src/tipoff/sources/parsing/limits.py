"""Limits on the size of a payload and the number of its values; larger ones are not parsed.

A few megabytes of gzip can unpack to gigabytes, and a few megabytes of JSON such as ``[[],[],…``
take twenty times their size when parsed. The largest real answer of five seasons has 9 MB and
0.9 million values, far below the limits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError

if TYPE_CHECKING:
    from typing import BinaryIO

MAX_PAYLOAD_BYTES = 64_000_000
"""The size limit of a payload, unpacked."""
MAX_VALUES = 4_000_000
"""The limit on values in a JSON or CSV payload; parsed, this many take about 400 MB."""
JSON_SEPARATORS, CSV_SEPARATORS = b",[{", b",\n\r"
"""Characters that begin or end a value."""
MAX_COLUMNS = 1_000
"""The limit on columns in a CSV file."""
MAX_PDF_BYTES = 8_000_000
"""The size limit of a PDF; an edition of the injury report has a few hundred kilobytes."""
MAX_PDF_PAGES = 100


def read_within(file: BinaryIO, limit: int = MAX_PAYLOAD_BYTES) -> bytes:
    """Return the rest of a file, unpacked if it is compressed; at most ``limit`` bytes.

    Raises:
        PayloadError: there are more bytes.
    """
    body = file.read(limit + 1)
    if len(body) > limit:
        raise PayloadError(too_large(limit))
    return body


def too_large(limit: int = MAX_PAYLOAD_BYTES) -> str:
    """Return the error message for a payload above the size limit."""
    return f"it is larger than {limit / 1e6:,.0f} MB unpacked, the most that one payload may have"


def refuse_too_many_values(body: bytes, separators: bytes) -> None:
    """Refuse a body that would take too much memory when parsed.

    Args:
        body: JSON or CSV.
        separators: characters that begin or end a value. They are also counted inside of texts;
            the limit leaves room for that.

    Raises:
        PayloadError: the body has too many bytes or values; the message states the limit.
    """
    if len(body) > MAX_PAYLOAD_BYTES:
        raise PayloadError(too_large())
    count = sum(body.count(bytes([each])) for each in separators)
    if count > MAX_VALUES:
        raise PayloadError(
            f"it holds {count:,} values, and one payload may have {MAX_VALUES:,}: is it the right"
            " file?"
        )

"""Standard streams that may be closed, full, or unable to encode some characters.

A failed write ends the command with one sentence that names the stream. A reader that closes the
pipe early, as ``head`` does, is not reported as an error.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Iterator

STREAMS = (("stdin", 0, os.O_RDONLY), ("stdout", 1, os.O_WRONLY), ("stderr", 2, os.O_WRONLY))


def prepare_streams() -> None:
    """Prepare standard output and error so that any text can be printed.

    Characters that the encoding lacks are printed as question marks. The file descriptor of a
    stream that was closed before the program began is opened on the null device; otherwise the next
    file to be opened would get its number.
    """
    for name, descriptor, flags in STREAMS:
        if getattr(sys, name) is None:
            _discard(descriptor, flags)
            mode = "r" if flags == os.O_RDONLY else "w"
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8", closefd=False))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def writing_output() -> Iterator[TextIO]:
    """Yield standard output, flushed at the end.

    Raises:
        TipoffError: it cannot be written to.
        SystemExit: its reader has closed the pipe.
    """
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout.fileno(), os.O_WRONLY)  # so that the buffered text is not written again
        if error.errno == errno.EPIPE:
            raise SystemExit(1) from None
        raise TipoffError(
            f"standard output cannot be written to ({error.strerror}): free space there, or"
            " redirect it to another file"
        ) from None


def print_text(text: str) -> None:
    """Print text unchanged to standard output."""
    with writing_output() as stream:
        stream.write(text)


def print_bytes(content: bytes) -> None:
    """Print a file's content to standard output."""
    with writing_output() as stream:
        stream.buffer.write(content)


def can_print(text: str) -> bool:
    """Return whether standard output can encode all characters of a text."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _discard(descriptor: int, flags: int) -> None:
    """Redirect a file descriptor to the null device."""
    null = os.open(os.devnull, flags)
    if null != descriptor:
        os.dup2(null, descriptor)
        os.close(null)

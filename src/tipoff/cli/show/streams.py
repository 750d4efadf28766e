"""Standard output and error as they are: closed, full, or of a character set with few characters.

What cannot be written is said in one sentence that names the stream; a reader that went away, as
``head`` does, is no fault of anyone.
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
    """Make standard output and error such that any text can be printed.

    A character that the character set lacks is printed as a question mark. Where a stream was
    closed before the program began, nothing is what it shall be: its number is given to the null
    device, or else it would be that of the next file to be opened.
    """
    for name, number, flags in STREAMS:
        if getattr(sys, name) is None:
            _discard(number, flags)
            mode = "r" if flags == os.O_RDONLY else "w"
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def writing_output() -> Iterator[TextIO]:
    """Yield standard output, flushed at the end.

    Raises:
        TipoffError: it cannot be written to.
        SystemExit: nobody reads it any more.
    """
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError as error:
        _discard(sys.stdout.fileno(), os.O_WRONLY)  # what is buffered is not tried again
        if error.errno == errno.EPIPE:
            raise SystemExit(1) from None
        raise TipoffError(
            f"standard output cannot be written to ({error.strerror}): make room there, or send"
            " it to another file"
        ) from None


def print_text(text: str) -> None:
    """Print text as it is to standard output."""
    with writing_output() as stream:
        stream.write(text)


def print_bytes(content: bytes) -> None:
    """Print a file's content to standard output."""
    with writing_output() as stream:
        stream.buffer.write(content)


def can_print(text: str) -> bool:
    """Return whether standard output's character set has all characters of a text."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _discard(number: int, flags: int) -> None:
    """Let what is written under a file's number go nowhere."""
    null = os.open(os.devnull, flags)
    if null != number:
        os.dup2(null, number)
        os.close(null)

"""A writer declares its inputs like a table; the names of a run's own arguments are reserved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tipoff.kernel.declare.inputs import Input, past
from tipoff.kernel.declare.stream import stream, writer
from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame, Table
    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.stream import Columns


@writer(written="notes", reads={"sale": past(7)}, columns={"sale": ["shop", "day", "shop"]})
def note(sale: Frame, shop: Frame, written: Any, previous: Any, now: Any) -> Payload | None:
    """Note nothing."""
    return None


def test_a_writer_reads_tables_as_frames_and_the_reserved_names_are_none() -> None:
    assert note.inputs == (
        Input("sale", "Frame", past(7), ("shop", "day")),
        Input("shop", "Frame"),
    )
    assert note(1, 2, written=3, previous=4, now=5) is None


def test_a_stream_names_its_writer() -> None:
    @stream(resource="note", columns={"day": "date"}, key=("day",), writer=note)
    def notes(payload: Payload) -> Columns:
        """Read a note."""
        return {"day": []}

    assert notes.writer is note


def test_what_a_writer_cannot_read_is_refused() -> None:
    def reads_an_expression(sale: Table, now: Any) -> Payload | None:
        return None

    with pytest.raises(DeclarationError, match="must be annotated with one of Frame"):
        writer(written="notes")(reads_an_expression)

    def reads_little(sale: Frame, now: Any) -> Payload | None:
        return None

    with pytest.raises(DeclarationError, match="does not read"):
        writer(written="notes", reads={"now": past(1)})(reads_little)

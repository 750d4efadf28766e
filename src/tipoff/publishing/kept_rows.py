"""The rows that records are scored from, kept by date from one publication to the next.

A record holds quantiles and fits over all rows of a season, which are no sums over dates. So it is
the rows that are kept, a file per season with a digest of what each date's rows were made from: of
a new day only its own rows are read from the tables. A file that is damaged or lost is made again.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

import orjson

from tipoff.kernel.files import make_directory
from tipoff.predictions.evaluation.graded_rows import GradedRows
from tipoff.publishing.manifest import content_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

SUFFIX = ".rows"
MADE_FROM = b"made from"
logger = logging.getLogger(__name__)
Kept = tuple[GradedRows, dict[date, str]]
"""Rows, and a digest of what each date's were made from."""


@dataclass(frozen=True)
class KeptRows:
    """A directory with a file for each season; its first line is the hash of all that follows."""

    directory: Path

    def season(
        self,
        season: str,
        made_from: Mapping[date, str],
        read: Callable[[Sequence[date]], GradedRows],
    ) -> GradedRows:
        """Return the rows of a season, and keep them.

        Args:
            season: its name.
            made_from: of each of its dates a digest of all that the date's rows are made from.
            read: returns the rows of some dates, in which text is dictionary-encoded.
        """
        rows, known = self._kept(season) or (None, {})
        lacking = [day for day, digest in made_from.items() if known.get(day) != digest]
        if rows is not None and not lacking and known.keys() == made_from.keys():
            return rows
        kept = made_from.keys() - set(lacking)
        parts = [read(lacking)] if lacking or not kept else []
        if rows is not None and kept:  # rows of other code may have other columns
            parts.append(_of_dates(rows, kept))
        rows = _joined(parts)
        self._keep(season, rows, made_from)
        return rows

    def forget_others(self, seasons: Collection[str]) -> None:
        """Remove what is kept of seasons that there are no more."""
        for path in self.directory.glob(f"*{SUFFIX}"):
            if path.stem not in seasons:
                path.unlink()

    def _kept(self, season: str) -> Kept | None:
        """Return what is kept of a season; None where that is nothing, or damaged."""
        try:
            stated, _, held = self._path(season).read_bytes().partition(b"\n")
            if content_hash(held).encode() != stated:
                raise ValueError("holds other bytes than were kept")
            return _read(held)
        except (OSError, ValueError, KeyError) as error:
            logger.debug("%s does not count: %s", self._path(season), error)
            return None

    def _keep(self, season: str, rows: GradedRows, made_from: Mapping[date, str]) -> None:
        """Write a season's file; a torn one is known by its hash."""
        make_directory(self.directory)
        held = _written(rows, made_from)
        new = self._path(season).with_suffix(".new")
        new.write_bytes(content_hash(held).encode() + b"\n" + held)
        new.replace(self._path(season))

    def _path(self, season: str) -> Path:
        return self.directory / f"{season}{SUFFIX}"


def _written(rows: GradedRows, made_from: Mapping[date, str]) -> bytes:
    """Return each table as an Arrow stream, one after the other."""
    import pyarrow as pa

    held = pa.BufferOutputStream()
    stated = {MADE_FROM: orjson.dumps({str(day): digest for day, digest in made_from.items()})}
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    for table in _tables(rows):
        with pa.ipc.new_stream(held, table.schema.with_metadata(stated), options=options) as stream:
            stream.write_table(table)
    return bytes(held.getvalue())


def _read(held: bytes) -> Kept:
    import pyarrow as pa

    source = pa.BufferReader(held)
    tables = [pa.ipc.open_stream(source).read_all() for _ in fields(GradedRows)]
    stated = orjson.loads(tables[0].schema.metadata[MADE_FROM])
    rows = GradedRows(*(table.replace_schema_metadata() for table in tables))
    return rows, {date.fromisoformat(day): digest for day, digest in stated.items()}


def _of_dates(rows: GradedRows, days: Collection[date]) -> GradedRows:
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(days, pa.date32())
    return GradedRows(
        *(table.filter(pc.is_in(table["game_date"], value_set=wanted)) for table in _tables(rows))
    )


def _joined(parts: Sequence[GradedRows]) -> GradedRows:
    """Return rows together, each text once."""
    import pyarrow as pa

    together = zip(*(_tables(part) for part in parts), strict=True)
    return GradedRows(
        *(pa.concat_tables(tables).unify_dictionaries().combine_chunks() for tables in together)
    )


def _tables(rows: GradedRows) -> list[pa.Table]:
    return [getattr(rows, field.name) for field in fields(rows)]

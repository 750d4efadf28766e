"""A cache of the rows that season records are computed from, reused between publications.

A season's record contains quantiles and fits over all of its rows, which cannot be updated date by
date. The cache therefore keeps the rows themselves: one file per season, with a digest of the
inputs of each date. Only the rows of new or changed dates are read from the tables. A damaged or
lost file is made again.
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
"""Rows, and a digest of the inputs of each date's rows."""


@dataclass(frozen=True)
class KeptRows:
    """A directory with one file per season; the first line of a file is the hash of the rest."""

    directory: Path

    def season(
        self,
        season: str,
        made_from: Mapping[date, str],
        read: Callable[[Sequence[date]], GradedRows],
    ) -> GradedRows:
        """Return the rows of a season, and store them in the cache.

        Args:
            season: the name of the season.
            made_from: date -> digest of all inputs of the date's rows, for all dates of the season.
            read: returns the rows of some dates, with text columns dictionary-encoded.
        """
        rows, known = self._kept(season) or (None, {})
        missing = [day for day, digest in made_from.items() if known.get(day) != digest]
        if rows is not None and not missing and known.keys() == made_from.keys():
            return rows
        kept = made_from.keys() - set(missing)
        parts = [read(missing)] if missing or not kept else []
        if rows is not None and kept:  # rows of an older version may have other columns
            parts.append(_of_dates(rows, kept))
        rows = _joined(parts)
        self._keep(season, rows, made_from)
        return rows

    def remove_others(self, seasons: Collection[str]) -> None:
        """Remove the files of all seasons but these."""
        for path in self.directory.glob(f"*{SUFFIX}"):
            if path.stem not in seasons:
                path.unlink()

    def _kept(self, season: str) -> Kept | None:
        """Return the cached rows of a season; None if there are none or the file is damaged."""
        try:
            expected_hash, _, body = self._path(season).read_bytes().partition(b"\n")
            if content_hash(body).encode() != expected_hash:
                raise ValueError("its content differs from its hash")
            return _deserialized(body)
        except (OSError, ValueError, KeyError) as error:
            logger.debug("%s is ignored: %s", self._path(season), error)
            return None

    def _keep(self, season: str, rows: GradedRows, made_from: Mapping[date, str]) -> None:
        """Write a season's file; an incomplete one is recognized by its hash."""
        make_directory(self.directory)
        body = _serialized(rows, made_from)
        new = self._path(season).with_suffix(".new")
        new.write_bytes(content_hash(body).encode() + b"\n" + body)
        new.replace(self._path(season))

    def _path(self, season: str) -> Path:
        return self.directory / f"{season}{SUFFIX}"


def _serialized(rows: GradedRows, made_from: Mapping[date, str]) -> bytes:
    """Return the tables as consecutive Arrow streams."""
    import pyarrow as pa

    buffer = pa.BufferOutputStream()
    metadata = {MADE_FROM: orjson.dumps({str(day): digest for day, digest in made_from.items()})}
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    for table in _tables(rows):
        schema = table.schema.with_metadata(metadata)
        with pa.ipc.new_stream(buffer, schema, options=options) as stream:
            stream.write_table(table)
    return bytes(buffer.getvalue())


def _deserialized(body: bytes) -> Kept:
    import pyarrow as pa

    source = pa.BufferReader(body)
    tables = [pa.ipc.open_stream(source).read_all() for _ in fields(GradedRows)]
    digests = orjson.loads(tables[0].schema.metadata[MADE_FROM])
    rows = GradedRows(*(table.replace_schema_metadata() for table in tables))
    return rows, {date.fromisoformat(day): digest for day, digest in digests.items()}


def _of_dates(rows: GradedRows, days: Collection[date]) -> GradedRows:
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(days, pa.date32())
    return GradedRows(
        *(table.filter(pc.is_in(table["game_date"], value_set=wanted)) for table in _tables(rows))
    )


def _joined(parts: Sequence[GradedRows]) -> GradedRows:
    """Return the rows of all parts, with one dictionary per text column."""
    import pyarrow as pa

    by_table = zip(*(_tables(part) for part in parts), strict=True)
    return GradedRows(
        *(pa.concat_tables(tables).unify_dictionaries().combine_chunks() for tables in by_table)
    )


def _tables(rows: GradedRows) -> list[pa.Table]:
    return [getattr(rows, field.name) for field in fields(rows)]

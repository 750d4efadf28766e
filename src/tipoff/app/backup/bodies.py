"""Copy bodies of payloads; each copy is read back and compared with its hash."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import PayloadError, TipoffError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from tipoff.landing.bodies import Bodies

COPIERS = 8


@dataclass(frozen=True)
class Copied:
    """Result of backing up or restoring."""

    made_at: str
    """When the backup was made: ISO 8601, UTC."""
    payloads: int
    copied: int
    """Number of bodies that were copied."""
    kept: int
    """Number of bodies that were at the target already, undamaged."""
    lacking: tuple[str, ...] = ()
    """A line for each item that could not be copied because it is damaged or missing."""

    def to_dict(self) -> dict[str, Any]:
        """Return the result as a dictionary, for JSON."""
        return asdict(self)


def copy_bodies(source: Bodies, target: Bodies, lines: Collection[bytes]) -> Copied:
    """Copy the bodies that lines of an index name, and compare each copy with its hash."""
    payloads = [values for line in lines if "payload" in (values := orjson.loads(line))]
    digests = {values["hash"]: values for values in payloads}
    with ThreadPoolExecutor(COPIERS) as pool:
        outcomes = list(pool.map(lambda digest: _copy(source, target, digest), digests))
    lacking = tuple(
        f"payload {values['payload']} ({values['resource']}): {outcome}"
        for values, outcome in zip(digests.values(), outcomes, strict=True)
        if isinstance(outcome, str)
    )
    copied = sum(outcome is True for outcome in outcomes)
    kept = sum(outcome is False for outcome in outcomes)
    return Copied("", len(payloads), copied, kept, lacking)


def _copy(source: Bodies, target: Bodies, digest: str) -> bool | str:
    """Copy a body; return whether that was necessary, or the reason why it was impossible."""
    if target.fault(digest) is None:
        return False
    try:
        source.read(digest, "it")
    except PayloadError as error:
        return str(error)
    target.keep_stored(source.path(digest).read_bytes(), digest)
    fault = target.fault(digest)
    if fault is not None:
        raise TipoffError(
            f"{target.path(digest)} {fault} although it was just written: check the disk"
        )
    return True


@contextmanager
def explaining_disk_errors(directory: Path) -> Iterator[None]:
    """Turn an error of the disk into a one-line error that names the directory."""
    try:
        yield
    except OSError as error:
        raise TipoffError(
            f"{directory} cannot be read or written ({error.strerror or error}): data that was"
            " complete before is unchanged; check the disk, then try again"
        ) from None

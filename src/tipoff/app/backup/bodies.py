"""Copy bodies of payloads, each read back and compared with its hash."""

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
    """What was copied from or to a backup."""

    made_at: str
    payloads: int
    copied: int
    """Bodies that were copied."""
    kept: int
    """Bodies that were there already, and are what was landed."""
    lacking: tuple[str, ...] = ()
    """A line for each thing that could not be copied, since it is damaged or missing."""

    def to_dict(self) -> dict[str, Any]:
        """Return it for machines."""
        return asdict(self)


def copy_bodies(source: Bodies, target: Bodies, lines: Collection[bytes]) -> Copied:
    """Copy the bodies that lines of an index name, each read back and compared with its hash."""
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
    """Copy a body; return whether that was needed, or else why it could not be."""
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
            f"{target.path(digest)} {fault} as soon as it was written: check the disk"
        )
    return True


@contextmanager
def naming_disk(directory: Path) -> Iterator[None]:
    """Turn what the disk refuses into one line."""
    try:
        yield
    except OSError as error:
        raise TipoffError(
            f"{directory} cannot be read or written ({error.strerror or error}): what was complete"
            " before it still is; see to the disk, then try again"
        ) from None

"""A full disk is reported with its device and the space needed, and nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from support.homes import damage
from support.toy_shop import Shop, answer, many, raw_answer, shop_graph
from tipoff.app.failures import explained
from tipoff.engines.duckdb import DuckDB
from tipoff.kernel.disk import device_of, no_space_message
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.files import sync

if TYPE_CHECKING:
    from collections.abc import Iterator

DISK_BYTES = 700_000


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Mount a disk of less than a megabyte, where the tests may."""
    place.mkdir()
    options = f"size={DISK_BYTES}"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tipoff-small", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_run_on_a_full_disk_names_the_device_and_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    whole = Shop(tmp_path / "whole", shop_graph())
    whole.land(answer(many(60)))
    whole.run()
    with small_disk(tmp_path / "disk") as place:
        shop = Shop(place / "shop", shop_graph())
        shop.land(answer(many(60)))
        ballast = place / "ballast"
        _fill(ballast)
        message = _failure_message(shop)
        assert f"no space left on tipoff-small ({place})" in message
        assert "Traceback" not in message
        ballast.unlink()
        assert shop.run().problems == []
        assert shop.hashes() == whole.hashes()
        assert damage(shop.home) == []


def test_an_ingest_on_a_full_disk_names_the_device(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as place:
        shop = Shop(place / "shop", shop_graph())
        shop.land(answer(many(2)))
        with pytest.raises(
            TipoffError, match=r": \d MB more needed for .*; free some, then"
        ) as error:
            shop.land(raw_answer(os.urandom(3_000_000), "large"))
        assert f"no space left on tipoff-small ({place}): 3 MB more" in str(error.value)
        shop.land(answer(many(3)))
        assert shop.run().problems == []


def _fill(path: Path) -> None:
    """Leave no room, or next to none, on a disk."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


def _failure_message(shop: Shop) -> str:
    """Run, and return the message about its failure."""
    try:
        report = shop.run()
    except Exception as error:
        return str(explained(error))
    assert report.exit_code == 1
    return "\n".join(report.problems)


def test_the_engine_s_own_errors_are_reported_by_their_number() -> None:
    engine = DuckDB(threads=1)
    try:
        with pytest.raises(OSError, match="No space left on device") as raised:
            engine.query("COPY (SELECT * FROM range(1000000)) TO '/dev/full' (FORMAT csv)")
        assert raised.value.errno == errno.ENOSPC
    finally:
        engine.close()


def test_a_flush_that_fails_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's error about an open file does not."""

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        sync(tmp_path)
    assert f"MB more needed for {tmp_path};" in str(explained(raised.value))


def test_what_is_lacking_is_counted_from_what_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=2e6))
    message = no_space_message(tmp_path / "home" / "x", 14_500_000)
    assert f": 13 MB more needed for {tmp_path}/home/x; free some, then run" in message
    assert ": 1 MB more needed" in no_space_message(tmp_path, 10), "what is there was not enough"


def test_a_device_is_named_by_the_system_s_table_of_mounts(tmp_path: Path) -> None:
    assert device_of(Path("/proc")).endswith("(/proc)")
    assert device_of(tmp_path, root=tmp_path) == str(
        next(p for p in (tmp_path, *tmp_path.parents) if p.is_mount())
    )

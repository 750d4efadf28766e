"""Objects are uploaded completely, read back, and retried where the storage fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.flaky_storage import Faults, kept
from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.objects import ATTEMPTS, Objects

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def objects(storage: tuple[str, Faults]) -> Objects:
    return Objects(storage[0])


@pytest.fixture
def faults(storage: tuple[str, Faults]) -> Faults:
    return storage[1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(b"apples and bread" * 1000)
    return path


def test_what_is_sent_comes_back(objects: Objects, file: Path, tmp_path: Path) -> None:
    objects.put("tables/sale/1.parquet", file)
    objects.put("landing/ab/abc.gz", file)
    assert objects.sizes("tables") == {"tables/sale/1.parquet": 16_000}
    objects.fetch("tables/sale/1.parquet", tmp_path / "deep" / "copy")
    assert (tmp_path / "deep" / "copy").read_bytes() == file.read_bytes()
    objects.remove(["tables/sale/1.parquet", "tables/sale/1.parquet"])
    assert objects.sizes("tables") == {}
    assert kept(objects.url).keys() == {"landing/ab/abc.gz"}


def test_an_object_that_is_not_there_is_no_file(objects: Objects, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        objects.fetch("tables/none", tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("fault", ["refusals", "torn"])
def test_a_storage_that_stumbles_is_requested_again(
    objects: Objects, faults: Faults, file: Path, fault: str
) -> None:
    setattr(faults, fault, ATTEMPTS - 1)
    objects.put("name", file)
    assert kept(objects.url) == {"name": file.read_bytes()}


@pytest.mark.parametrize(
    ("fault", "message"),
    [("refusals", "503 Slow Down"), ("torn", "differs from the file that was sent")],
)
def test_a_storage_that_never_does_it_is_reported_in_one_line(
    objects: Objects, faults: Faults, file: Path, fault: str, message: str
) -> None:
    setattr(faults, fault, ATTEMPTS)
    with pytest.raises(TipoffError, match=message) as error:
        objects.put("name", file)
    assert str(error.value).startswith(f"{objects.url}: name cannot be written")
    assert "run the same command again" in str(error.value)
    assert len([each for each in faults.requests if each.startswith("put")]) == ATTEMPTS


def test_a_download_that_fails_leaves_no_part_of_it(
    objects: Objects, faults: Faults, file: Path, tmp_path: Path
) -> None:
    objects.put("name", file)
    faults.refusals = ATTEMPTS
    with pytest.raises(TipoffError, match="cannot be read"):
        objects.fetch("name", tmp_path / "copies" / "name")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_storage_that_nothing_knows_is_the_setting_s_fault() -> None:
    with pytest.raises(UsageError, match="setting storage: nowhere://bucket"):
        Objects("nowhere://bucket").sizes("tables")

"""Lines from files on the command line: refused files are named; no rows is a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.cli_runner import printed
from tipoff.sources.manual.lines_form import PLAYER_PROPS

if TYPE_CHECKING:
    from pathlib import Path

    from support.cli_runner import Tipoff

GOOD = ",".join(PLAYER_PROPS) + "\n2023-01-05,Al Doe,player_points,a,24.5,-115,-105,\n"


def test_a_file_is_landed_once_and_known_the_next_time(tipoff: Tipoff, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(GOOD)
    first = printed(tipoff("ingest", "lines", tmp_path / "mine.csv", "--json"))
    again = printed(tipoff("ingest", "lines", tmp_path / "mine.csv", "--json"))
    assert [first["landed"], first["failures"], again["landed"], again["known"]] == [1, [], 0, 1]


def test_of_a_directory_the_good_files_are_landed_and_the_bad_one_is_named(
    tipoff: Tipoff, tmp_path: Path
) -> None:
    directory = tmp_path / "files"
    directory.mkdir()
    (directory / "good.csv").write_text(GOOD)
    (directory / "bad.csv").write_text(GOOD.replace("24.5", "soon"))
    result = tipoff("ingest", "lines", directory)
    assert result.exit_code == 1
    assert "Landed 1 payload " in result.stdout
    assert "bad.csv: 1 of 1 lines are bad: line 2: line 'soon' is not a line" in result.stderr


@pytest.mark.parametrize("what", ["lines", "injuries"])
def test_an_empty_directory_is_nothing_and_that_is_no_success(
    tipoff: Tipoff, tmp_path: Path, what: str
) -> None:
    (tmp_path / "empty").mkdir()
    result = tipoff("ingest", what, tmp_path / "empty")
    assert result.exit_code == 1
    assert "nothing was found to land" in result.stderr


def test_lines_that_are_set_aside_are_reported_and_the_rest_is_landed(
    tipoff: Tipoff, tmp_path: Path
) -> None:
    header, line = GOOD.splitlines()
    lines = [header, *(line.replace("Doe", f"Doe {n}") for n in range(5)), "2023-01-05,x"]
    (tmp_path / "mine.csv").write_text("\n".join(lines))
    result = tipoff("ingest", "lines", tmp_path / "mine.csv")
    assert result.exit_code == 0
    assert "1 of 6 lines are set aside: line 7: 2 fields, not 8" in result.stderr

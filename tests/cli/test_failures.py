"""Every failure is reported in one line with its cure, never as a traceback."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from tipoff.app import runs
from tipoff.app.failures import explained
from tipoff.cli import app
from tipoff.kernel.errors import Blocked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import World
    from support.cli_runner import Tipoff

BIN = Path(sys.executable).parent
NOBODY = 65_534
LINES = (
    "game_date,player_name,market,bookmaker,line,over_price,under_price,captured_at\n"
    "2024-01-05,Al Doe,player_points,book,20.5,-110,-110,\n"
)
HOME_COMMANDS = (["status"], ["run"], ["slate"], ["rollback", "1"], ["verify"])


def _call(
    *arguments: object, home: Path, limit: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Call the command in a separate process, optionally with a limit on the size of files."""

    def restrict() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [BIN / "tipoff", *map(str, arguments)],
        env={**os.environ, "TIPOFF_HOME": str(home)},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=restrict if limit is not None else None,
    )


def _is_one_line(text: str) -> bool:
    return text.startswith("tipoff: ") and text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_home_on_a_file(tmp_path: Path, tipoff: Tipoff, place: str) -> None:
    (tmp_path / "mine.csv").write_text(LINES)
    (tmp_path / "file").write_text("no directory")
    (tmp_path / "tipoff.toml").write_text(f'home = "{place}"\n')
    for arguments in [*HOME_COMMANDS, ["ingest", "lines", "mine.csv"], ["demo", "--home", place]]:
        result = CliRunner().invoke(app, arguments, env={"TIPOFF_HOME": None})
        assert result.exit_code == 2
        assert _is_one_line(result.stderr)
        assert "file is a file, and a home is a directory: set TIPOFF_HOME to" in result.stderr


@contextmanager
def _as_nobody(path: Path) -> Iterator[None]:
    """Lose the superuser's rights for a while, if the tests have them."""
    if os.geteuid() != 0:
        yield
        return
    for each in (path, *path.parents):
        if each.stat().st_uid == 0 and each != each.parent and "pytest" in str(each):
            each.chmod(0o755)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def test_a_home_that_this_user_may_not_write_to(tmp_path: Path, tipoff: Tipoff) -> None:
    (tmp_path / "mine.csv").write_text(LINES)
    home = tmp_path / "home"
    commands = [*HOME_COMMANDS, ["ingest", "lines", "mine.csv"], ["demo", "--home", "home/demo"]]
    assert tipoff("ingest", "lines", "mine.csv").exit_code == 0
    for arguments in commands[:-1]:
        tipoff(*arguments)  # what they import can be read now
    for path in (home, *home.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    with _as_nobody(tmp_path):
        ended = [tipoff(*arguments) for arguments in commands]
    for done in ended:
        assert done.exit_code == 1
        assert _is_one_line(done.stderr)
        assert "cannot be written to" in done.stderr
        assert "TIPOFF_HOME" in done.stderr


@pytest.mark.parametrize("limit", [8_000, 60_000])
def test_a_disk_that_is_full(tmp_path: Path, limit: int) -> None:
    (tmp_path / "mine.csv").write_text(LINES)
    result = _call("ingest", "lines", tmp_path / "mine.csv", home=tmp_path / "home", limit=limit)
    assert result.returncode == 1
    assert _is_one_line(result.stderr)
    again = _call("ingest", "lines", tmp_path / "mine.csv", home=tmp_path / "home")
    assert again.returncode == 0, "what was refused is done once there is room"


def test_a_link_to_a_release_that_is_gone(tipoff: Tipoff, demo_copy: World) -> None:
    current = demo_copy.home.published / "current"
    current.unlink()
    current.symlink_to("999")
    refused = tipoff("verify", world=demo_copy)
    assert refused.exit_code == 1
    assert "does not point to a release" in refused.stderr
    assert tipoff("status", world=demo_copy).exit_code == 0
    assert tipoff("run", world=demo_copy).exit_code == 0
    assert (current / "today.json").exists()
    assert tipoff("verify", world=demo_copy).exit_code == 0


def _raising(error: Exception) -> Callable[..., Any]:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_an_unforeseen_failure_is_a_line_and_at_debug_level_a_traceback(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "make_plan", _raising(ValueError("a [serve] :smile: [/bold]\nmore")))
    outcome = tipoff("plan")
    assert outcome.exit_code == 1
    assert _is_one_line(outcome.stderr)
    assert "ValueError: a [serve] :smile: [/bold]; this is a fault of Tipoff" in outcome.stderr
    result = tipoff("plan", "--log-level", "debug")
    assert "Traceback (most recent call last)" in result.stderr
    assert "in fail" in result.stderr


@pytest.mark.parametrize("name", ["gone [serve].csv", "[red]gone[/red].csv", ":boom:.csv"])
def test_a_name_is_printed_as_it_is_written(tipoff: Tipoff, name: str) -> None:
    assert name in tipoff("ingest", "lines", name).stderr


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/a"),
            "MB more needed for /a; free some, then run the same command again",
        ),
        (OSError(errno.EROFS, "Read-only file system", "/a"), "mount its disk for writing"),
        (PermissionError(errno.EACCES, "Permission denied", "/a"), "readable and writable"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/a"), "name a path that exists"),
        (sqlite3.OperationalError("database is locked"), "the catalog: database is locked"),
        (
            OSError(errno.EIO, "Input/output error", "/a"),
            "/a: Input/output error: the disk reports",
        ),
        (OSError(errno.EFBIG, "File too large", "/a"), "raise ulimit -f, then run the same"),
        (OSError(errno.EDQUOT, "Disk quota exceeded", "/a"), "is used up: raise it, then run the"),
        (KeyError("moment"), "KeyError: 'moment'; this is a fault of Tipoff"),
    ],
)
def test_every_kind_of_failure_has_a_cure(error: Exception, message: str) -> None:
    assert message in str(explained(error))
    assert explained(error).exit_code == 1


def test_a_failure_that_explains_itself_is_left_as_it_is() -> None:
    blocked = Blocked("a gate is closed")
    assert explained(blocked) is blocked


def test_a_home_of_the_first_version_is_refused(tipoff: Tipoff, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "tipoff.duckdb").touch()
    result = tipoff("status")
    assert result.exit_code == 2
    assert _is_one_line(result.stderr)
    shutil.rmtree(tmp_path / "home")

"""A PostgreSQL server for tests, in a temporary directory, reached only over its socket."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
"""Debian's installed versions, the newest last."""
OWNER = "postgres"
"""The user of Debian's package; the server refuses to run as root."""
QUICK = "-c listen_addresses='' -c fsync=off -c max_connections=40"


@dataclass
class Server:
    """A running server."""

    directory: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        """Return the URL of a database."""
        return f"postgresql:///{database}?host={self.directory}&user={OWNER}"

    def database(self) -> str:
        """Make an empty database, and return its URL."""
        import psycopg

        name = f"home_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def restart(self) -> None:
        """Stop the server immediately, as in a crash, and start it again."""
        _control(self.directory, "restart", "-m", "immediate")


@contextmanager
def server() -> Iterator[Server]:
    """Start a server; skip the test if PostgreSQL is not installed."""
    pytest.importorskip("psycopg", reason="no psycopg: pip install 'tipoff[postgresql]'")
    if not BINARIES:
        pytest.skip("no PostgreSQL: apt-get install postgresql")
    directory = Path(tempfile.mkdtemp(prefix="tipoff-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(directory, OWNER)
        _as_owner("initdb", "-D", str(directory / "data"), "-U", OWNER, "-A", "trust", "--no-sync")
        _control(directory, "start")
        try:
            yield Server(directory)
        finally:
            _control(directory, "stop", "-m", "immediate")
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _control(directory: Path, action: str, *options: str) -> None:
    settings = f"{QUICK} -c unix_socket_directories={directory}"
    log = str(directory / "log")
    _as_owner(
        "pg_ctl", "-D", str(directory / "data"), "-l", log, "-w", "-o", settings, *options, action
    )


def _as_owner(program: str, *arguments: str) -> None:
    command: Sequence[str] = [str(BINARIES[-1].parent / program), *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", OWNER, "--", *command]
    process = subprocess.run(
        command, cwd="/", capture_output=False, stdout=subprocess.DEVNULL, check=False
    )
    assert process.returncode == 0, f"{command} ended with {process.returncode}"

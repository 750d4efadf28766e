"""A signal ends a command with one sentence and the usual exit code, in a query too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tipoff.cli import progress
from tipoff.cli.progress import progress_lines

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = """
import sys, time
import typer
from tipoff.cli.guard import command
from tipoff.cli.show.console import print_line

app = typer.Typer()

@app.command()
@command
def work() -> None:
    '''Work for a minute.'''
    print_line("at work")
    {work}

app()
"""
SLEEP = "time.sleep(60)"
QUERY = (
    "from tipoff.engines.duckdb import DuckDB; from tipoff.app.interrupting import interruptible\n"
    "    interruptible(DuckDB(threads=2, memory_limit='3GB')).arrow('SELECT"
    " hash(range) AS h, repeat(chr(120), range % 9) FROM range(80000000) ORDER BY h')"
)
"""A query whose threads run for minutes after the main thread has received a signal."""
QUERIES = (
    "from tipoff.engines.duckdb import DuckDB; from tipoff.app.interrupting import interruptible\n"
    "    engine = interruptible(DuckDB(threads=1))\n"
    "    while True: engine.arrow('SELECT sum(sqrt(range)) AS s FROM range(3000000)')"
)


def _heeding_signals() -> None:
    """Heed Ctrl-C, which a shell has a command in the background ignore, and all its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(
    "work", [SLEEP, QUERY, QUERIES], ids=["python", "a long query", "many queries"]
)
@pytest.mark.parametrize(
    ("number", "name", "code"), [(signal.SIGINT, "Ctrl-C", 130), (signal.SIGTERM, "SIGTERM", 143)]
)
def test_a_signal_ends_a_command_with_a_sentence(
    tmp_path: Path, work: str, number: int, name: str, code: int
) -> None:
    script = tmp_path / "work.py"
    script.write_text(COMMAND.format(work=work))
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "TIPOFF_HOME": str(tmp_path / "home")},
        preexec_fn=_heeding_signals,  # noqa: PLW1509  (no thread runs here)
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    time.sleep(1)
    process.send_signal(number)
    try:
        _, output = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == code, output
    assert output.startswith(f"tipoff: stopped by {name}: what was committed is kept, and the same")
    assert output.count("\n") == 1


def test_without_a_terminal_progress_is_a_line_a_minute(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines: list[str] = []
    monkeypatch.setattr(progress, "print_error", lambda text, style="": lines.append(text))
    now = 0.0
    show = progress_lines("running", lambda: now)
    for second in range(0, 150, 10):
        now = float(second)
        show("schedule", second, 1_500)
    assert lines == [
        "running schedule: 60 of 1,500, 1 min so far",
        "running schedule: 120 of 1,500, 2 min so far",
    ]

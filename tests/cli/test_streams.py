"""Output that is closed, full, or limited in encoding or width: printed, or a clear error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tipoff.cli.show.streams import writing_output

NAMES = "Rémy Ng 東 \U0001f3c0"
PRINTING = f"""
from tipoff.cli.app import app
from tipoff.cli.show.console import print_json, print_line, print_table

@app.command()
def lines():
    print_line({NAMES!r})

@app.command()
def table():
    print_table("Players", ["name"], [[{NAMES!r}]])

@app.command()
def value():
    print_json([{NAMES!r}])

app()
"""


def _call(
    command: str, redirected: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Call one command of a program of ours through a shell, which redirects its streams."""
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -c "$PRINTING" {command} {redirected}', sys.executable],
        env={**os.environ, "PRINTING": PRINTING, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_character_that_the_character_set_lacks_is_a_question_mark_and_in_json_escaped() -> None:
    result = _call("lines", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stdout) == (0, "R?my Ng ? ?\n")
    result = _call("value", PYTHONIOENCODING="latin-1")
    assert result.stdout.isascii()
    assert json.loads(result.stdout) == [NAMES]


def test_columns_of_none_is_a_width_that_is_not_known() -> None:
    for command in ("lines", "table"):
        assert NAMES in _call(command, COLUMNS="0").stdout


@pytest.mark.parametrize("redirected", [">&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_takes_nothing(redirected: str) -> None:
    result = _call("lines", redirected)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize("command", ["lines", "table", "value", "--help"])
def test_an_output_that_is_full_is_named(command: str) -> None:
    result = _call(command, ">/dev/full")
    assert result.returncode == 1
    assert result.stderr.startswith("tipoff: standard output cannot be written to (No space left")
    assert result.stderr.count("\n") == 1


def test_a_reader_that_went_away_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(SystemExit), writing_output() as output:
            output.write("much" * 100_000)
    assert capfd.readouterr().err == ""

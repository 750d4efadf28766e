"""The reference of the command line equals the help texts of the commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer.main

from tipoff.cli import app
from tipoff.cli.reference import reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from support.cli_runner import Tipoff

HERE = Path(__file__).parent
PRINTS_A_FORM = {"dev reference", "dev settings"}
"""Commands whose output is for programs already."""
MISTAKES = (
    ("status",),
    ("run", "2024-13-01"),
    ("run", "--from", "2024-02-01", "--to", "2024-01-01"),
    ("run", "--from", "2024-02-01"),
    ("run", "2024-02-01", "--to", "2024-02-03"),
    ("run", "--as-of", "2024-02-01T10:00"),
    ("ingest", "lines", "gone.csv"),
    ("ingest", "recorded", "nowhere"),
    ("ingest", "nba", "--season", "2024"),
    ("ingest", "injuries"),
    ("ingest", "odds"),
    ("ingest", "odds", "--date", "2024-03-09"),
    ("evaluate", "--market", "pionts"),
    ("slate", "--market", "player_goals"),
    ("models", "show", "goals", "lightgbm"),
    ("site",),
    ("serve",),
    ("graph", "--format", "png"),
    ("dictionary", "attic"),
    ("quarantine", "weather"),
    ("demo", "--teams", "7"),
    ("plan", "--log-level", "loud"),
)


def _commands(command: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    children = getattr(command, "commands", {})
    if not children:
        yield path, command
    for name, child in children.items():
        yield from _commands(child, f"{path} {name}".strip())


def test_the_reference_in_docs_is_the_help_of_the_commands() -> None:
    kept = HERE.parents[1] / "docs" / "cli.md"
    assert kept.read_text() == reference(app), (
        "the commands changed: `tipoff dev reference > docs/cli.md` and read the diff"
    )


def test_every_command_prints_json_and_logs() -> None:
    for path, command in _commands(typer.main.get_command(app)):
        options = {name for parameter in command.params for name in parameter.opts}
        assert "--log-level" in options, path
        assert "--json" in options or path in PRINTS_A_FORM, path


def test_no_summary_of_a_command_is_cut() -> None:
    lines = reference(app).splitlines()
    cut = [line for line in lines if line.endswith("...") and not line.startswith("Usage:")]
    assert cut == []


def test_mistakes_are_reported_as_they_were(
    tipoff: Tipoff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIPOFF_ODDS_API_KEY", raising=False)
    lines = []
    for arguments in MISTAKES:
        result = tipoff(*arguments)
        error = result.stderr.rstrip().replace(f"{tmp_path}/", "")
        lines += [f"$ tipoff {' '.join(arguments)}", error, f"exit {result.exit_code}"]
    golden = HERE / "golden" / "mistakes.txt"
    written = "\n".join(lines) + "\n"
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written)
    assert written == golden.read_text(), f"remove {golden.name}, run again, and read the diff"

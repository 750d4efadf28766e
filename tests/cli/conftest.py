"""The command line, called in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from tipoff.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from conftest import World
    from support.cli_runner import Tipoff


@pytest.fixture
def tipoff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tipoff:
    """Call the command over an empty home, or over the given world's."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object, world: World | None = None) -> Result:
        home = world.home.directory if world else tmp_path / "home"
        return CliRunner().invoke(app, [str(a) for a in arguments], env={"TIPOFF_HOME": str(home)})

    return call

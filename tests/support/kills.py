"""Scenes of the small league in which a command is killed at a random time.

A scene is a command and the home that it starts with; it is run undisturbed once for all workers of
a test run. ``kill`` copies the home by hard links, runs the command in a child, kills it during or
after its n-th operation, and checks what readers see. Then the command is completed, and the home
must be equal to that of the undisturbed command.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from conftest import World
from support.children import ENVIRONMENT, lines_until
from support.homes import catalog_of, damage
from support.league_child import HOURS, league_home
from support.shared_worlds import shared_directory
from tipoff.publishing.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WAITS = (0.0, 0.02, 0.5)
"""Seconds: after its n-th operation, a child lives for up to one of these times."""
DECISIONS = "SELECT count(*) FROM payload WHERE resource = 'model_promotion'"
WRITTEN_ONCE = ("tables", "published", "landing")
APPENDED = "index.jsonl"


@dataclass(frozen=True)
class Scene:
    """A command, and the state of the home before it."""

    actions: tuple[str, ...]
    home: str
    """The scene whose undisturbed end is the start of this one; empty for an empty directory."""


SCENES = {
    "ingest": Scene(("ingest",), ""),
    "autumn": Scene(("autumn",), "ingest"),
    "train": Scene(("train",), "autumn"),
    "run": Scene(("run",), "autumn"),
    "predict": Scene(("predict",), "autumn"),
    "publish": Scene(("publish",), "predict"),
    "promote": Scene(("promote", "run"), "run"),
    "demote": Scene(("demote", "run"), "promote"),
    "rollback": Scene(("rollback",), "run"),
}
"""The scenes by name.

``autumn`` runs the dates that have too few rows for training, ``run`` the rest with training and
publishing. ``predict`` computes all tables and publishes nothing, so that ``publish`` has all to
do.
"""


@dataclass(frozen=True)
class HomeContents:
    """The contents of a home, as readers see them."""

    tables: dict[str, str]
    """The content hash of each table."""
    published: dict[str, str]
    """The content hash of each document."""
    decisions: int
    """Number of changes of champions, whether or not a run has used them."""


@dataclass(frozen=True)
class Undisturbed:
    """The result of a command that is not killed."""

    place: Path
    """The directory with the homes before and after the command."""
    operations: int
    before: HomeContents
    after: HomeContents

    @property
    def start(self) -> Path:
        """Return the home before the command."""
        return self.place / "before"

    @property
    def end(self) -> Path:
        """Return the home after the command."""
        return self.place / "after"


def undisturbed(factory: pytest.TempPathFactory, name: str) -> Undisturbed:
    """Return the undisturbed result of a scene, computed by the first worker that needs it."""
    scene = SCENES[name]

    def make(place: Path) -> None:
        start, end = place / "before", place / "after"
        if scene.home:
            linked(undisturbed(factory, scene.home).end, start)
        else:
            start.mkdir(parents=True)
        linked(start, end)
        working = child(end, 0, scene.actions)
        *complaints, done = lines_until(working, lambda line: line.startswith("done"))
        working.communicate()
        assert working.returncode == 0, complaints
        contents = {"before": asdict(home_contents(start)), "after": asdict(home_contents(end))}
        result = {"operations": int(done.split()[1]), **contents}
        (place / "result.json").write_text(json.dumps(result))

    place = shared_directory(factory, f"kills-{name}", make)
    result = json.loads((place / "result.json").read_text())
    return Undisturbed(
        place,
        result["operations"],
        HomeContents(**result["before"]),
        HomeContents(**result["after"]),
    )


def home_contents(directory: Path) -> HomeContents:
    """Return the contents of a home."""
    home = league_home(directory)
    if not home.catalog.exists():
        return HomeContents({}, {}, 0)
    with catalog_of(home) as catalog:
        if not catalog.query("SELECT 1 FROM payload LIMIT 1"):
            return HomeContents({}, {}, 0)
        ((decisions,),) = catalog.query(DECISIONS)
    manifest = read_manifest(home.published / "current")
    published = {path: entry.content for path, entry in manifest.items()}
    return HomeContents(World(home).hashes(), published, decisions)


def linked(source: Path, target: Path) -> None:
    """Copy a home, with hard links for files that are written only once."""
    shutil.copytree(source, target, symlinks=True, copy_function=_copied)


def _copied(source: str, target: str) -> None:
    named = source.split(os.sep)
    if set(WRITTEN_ONCE) & set(named) and named[-1] != APPENDED:
        os.link(source, target, follow_symlinks=False)
    else:
        shutil.copy2(source, target)


def kill(name: str, whole: Undisturbed, place: Path, seed: str) -> str:
    """Kill a scene's command at a time drawn from a seed, check the home, and describe the kill."""
    scene, chance = SCENES[name], random.Random(seed)
    stop_at, wait = chance.randint(1, whole.operations), chance.random() * chance.choice(WAITS)
    what = f"{name}, seed {seed!r}: operation {stop_at} of {whole.operations} + {wait:.3f} s"
    directory = place / "killed"
    linked(whole.start, directory)
    code = _killed(directory, stop_at, wait, scene.actions)
    assert code in (-signal.SIGKILL, 0), what
    contents, home = home_contents(directory), league_home(directory)
    if len(scene.actions) == 1:
        assert contents.tables in (whole.before.tables, whole.after.tables), what
        assert contents.published in (whole.before.published, whole.after.published), what
    assert not home.catalog.exists() or damage(home) == [], what
    is_decided = contents.decisions != whole.before.decisions
    left = tuple(each for each in scene.actions if not (is_decided and each in HOURS))
    if left == ("rollback",) and contents.tables == whole.after.tables:
        left = ("publish",)  # it is done; repeating it would add a run
    assert _killed(directory, 0, 0.0, left) == 0, what
    assert home_contents(directory) == whole.after, what
    assert damage(home) == [], what
    shutil.rmtree(directory)
    return f"{what}: {'killed' if code else 'it had ended'}"


def _killed(directory: Path, stop_at: int, wait: float, actions: tuple[str, ...]) -> int:
    """Let a child perform actions, kill it at an operation if given, and return its exit code."""
    working = child(directory, stop_at, actions)
    *messages, _ = lines_until(working, lambda line: line == "at" or line.startswith("done"))
    print(*messages, sep="\n", end="")
    if stop_at:
        time.sleep(wait)
        working.kill()
    working.communicate()
    return working.returncode


def child(directory: Path, stop_at: int, actions: tuple[str, ...]) -> subprocess.Popen[str]:
    """Start a child of ``support.league_child``."""
    return subprocess.Popen(
        [sys.executable, "-m", "support.league_child", str(directory), str(stop_at), *actions],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    )

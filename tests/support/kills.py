"""Scenes of the small league in which a command is killed at a moment that is drawn beforehand.

A scene is a command, and the home that it begins with; both are made once for all workers of a
test run. A kill copies that home by hard links, lets a child do the command, kills it while or
after its n-th operation, and looks at what a reader finds. Then what was not done is done, and the
home must hold what the home of a command that nobody killed holds.
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
from support.children import ENVIRONMENT, told_until
from support.homes import catalog_of, damage
from support.league_child import HOURS, league_home
from support.shared_worlds import shared_directory
from tipoff.publishing.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

WAITS = (0.0, 0.02, 0.5)
"""Seconds: after its operation a child lives for up to one of these."""
DECISIONS = "SELECT count(*) FROM payload WHERE resource = 'model_promotion'"
WRITTEN_ONCE = ("tables", "published", "landing")
APPENDED = "index.jsonl"


@dataclass(frozen=True)
class Scene:
    """A command, and what a home holds before it."""

    actions: tuple[str, ...]
    home: str
    """The scene whose undisturbed end this one begins with; none: an empty directory."""


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
"""``autumn`` runs the dates before there is enough to train on, ``run`` the rest with training and
publishing. ``predict`` computes all and publishes nothing, so that ``publish`` has it all to do."""


@dataclass(frozen=True)
class Seen:
    """What is found in a home."""

    tables: dict[str, str]
    """The contents of each, as readers see them."""
    published: dict[str, str]
    """The contents of each document, as readers see them."""
    decisions: int
    """How often a champion was changed, whether or not a run has taken it up."""


@dataclass(frozen=True)
class Undisturbed:
    """What a command comes to that nobody kills."""

    place: Path
    """Of the home before it and of the one after it."""
    operations: int
    before: Seen
    after: Seen

    @property
    def start(self) -> Path:
        """The home before the command."""
        return self.place / "before"

    @property
    def end(self) -> Path:
        """The home after the command."""
        return self.place / "after"


def undisturbed(factory: pytest.TempPathFactory, name: str) -> Undisturbed:
    """Return what a scene comes to; the first worker to need it does it."""
    scene = SCENES[name]

    def make(place: Path) -> None:
        start, end = place / "before", place / "after"
        if scene.home:
            linked(undisturbed(factory, scene.home).end, start)
        else:
            start.mkdir(parents=True)
        linked(start, end)
        working = child(end, 0, scene.actions)
        *complaints, done = told_until(working, lambda line: line.startswith("done"))
        working.communicate()
        assert working.returncode == 0, complaints
        found = {"before": asdict(seen(start)), "after": asdict(seen(end))}
        told = {"operations": int(done.split()[1]), **found}
        (place / "told.json").write_text(json.dumps(told))

    place = shared_directory(factory, f"kills-{name}", make)
    told = json.loads((place / "told.json").read_text())
    return Undisturbed(place, told["operations"], Seen(**told["before"]), Seen(**told["after"]))


def seen(directory: Path) -> Seen:
    """Return what is found in a home."""
    home = league_home(directory)
    if not home.catalog.exists():
        return Seen({}, {}, 0)
    with catalog_of(home) as catalog:
        if not catalog.query("SELECT 1 FROM payload LIMIT 1"):
            return Seen({}, {}, 0)
        ((decisions,),) = catalog.query(DECISIONS)
    manifest = read_manifest(home.published / "current")
    published = {path: entry.content for path, entry in manifest.items()}
    return Seen(World(home).hashes(), published, decisions)


def linked(source: Path, target: Path) -> None:
    """Copy a home; files that are written once get a second name only."""
    shutil.copytree(source, target, symlinks=True, copy_function=_copied)


def _copied(source: str, target: str) -> None:
    named = source.split(os.sep)
    if set(WRITTEN_ONCE) & set(named) and named[-1] != APPENDED:
        os.link(source, target, follow_symlinks=False)
    else:
        shutil.copy2(source, target)


def kill(name: str, whole: Undisturbed, place: Path, seed: str) -> str:
    """Kill a scene's command at a moment of a seed; return where it was, after all was well."""
    scene, chance = SCENES[name], random.Random(seed)
    stop_at, wait = chance.randint(1, whole.operations), chance.random() * chance.choice(WAITS)
    what = f"{name}, seed {seed!r}: operation {stop_at} of {whole.operations} + {wait:.3f} s"
    directory = place / "killed"
    linked(whole.start, directory)
    code = _killed(directory, stop_at, wait, scene.actions)
    assert code in (-signal.SIGKILL, 0), what
    found, home = seen(directory), league_home(directory)
    if len(scene.actions) == 1:
        assert found.tables in (whole.before.tables, whole.after.tables), what
        assert found.published in (whole.before.published, whole.after.published), what
    assert not home.catalog.exists() or damage(home) == [], what
    is_decided = found.decisions != whole.before.decisions
    left = tuple(each for each in scene.actions if not (is_decided and each in HOURS))
    if left == ("rollback",) and found.tables == whole.after.tables:
        left = ("publish",)  # it is done, and another would be one run more
    assert _killed(directory, 0, 0.0, left) == 0, what
    assert seen(directory) == whole.after, what
    assert damage(home) == [], what
    shutil.rmtree(directory)
    return f"{what}: {'killed' if code else 'it had ended'}"


def _killed(directory: Path, stop_at: int, wait: float, actions: tuple[str, ...]) -> int:
    """Let a child do actions, kill it if it says when, and return its exit code."""
    working = child(directory, stop_at, actions)
    *told, _ = told_until(working, lambda line: line == "at" or line.startswith("done"))
    print(*told, sep="\n", end="")
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

"""Any system call of any command may be the last or fail: no state is partial or lost.

Each command is hit at its n-th call that changes a file or a directory: killed, told that the disk
is full, or that the disk has a fault. What is there then must be a state that a finished command
left; the same command again, and a run, must end as if nothing had happened.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import pytest

from support.child import act, backup_of
from support.homes import NO_RETENTION, copied, damage, unnamed
from support.injection import CALLS, Fault, fork_server
from support.power_loss import have_strace
from support.toy_shop import Shop, shop_graph
from tipoff.app.backup import restore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.injection import ForkServer

pytestmark = pytest.mark.skipif(not have_strace(), reason="strace cannot trace processes here")
FAULTS: tuple[Fault, ...] = get_args(Fault)
BEFORE = ("ingest=9", "keep", "ingest=14", "keep")
SHORT_CUT, SEED = 1, 14
"""The number of calls of each command that CI hits, and the seed that selects them."""
MANY = 4
"""The minimum number of writes to a file by every command."""


@dataclass(frozen=True)
class Command:
    """One command, what is done before it, and what makes up for it if it was not done."""

    actions: tuple[str, ...]
    before: tuple[str, ...] = BEFORE
    repeats: bool = True
    """Whether it may be done again after it was done."""
    is_whole: bool = True
    """Whether a reader finds a whole home before it, after it, and all the while."""


COMMANDS = {
    "ingest": Command(("ingest=19",)),
    "run": Command(("run",), (*BEFORE, "correct")),
    "rollback": Command(("rollback=2",), repeats=False),
    "withdraw": Command(("withdraw=1",)),
    "backup": Command(("backup",)),
    "rebuild": Command(("rebuild",), is_whole=False),
    "repair": Command(("repair",), (*BEFORE, "damage"), is_whole=False),
}

MORE = {
    "correct": Command(("correct",)),
    "first run": Command(("run",), ("ingest=9",)),
    "keep": Command(("keep",), (*BEFORE, "correct")),
    "run after rollback": Command(("run",), (*BEFORE, "rollback=2")),
    "run after withdrawal": Command(("run",), (*BEFORE, "withdraw=1")),
}
"""Further commands, which CI leaves out."""


@dataclass(frozen=True)
class Scene:
    """A command with the homes before and after it, and after a run besides."""

    command: Command
    prepared: Shop
    seen: tuple[dict[str, str], dict[str, str]]
    """The hashes that readers may see: before the command, and after it."""
    expected: dict[str, str]
    """The hashes after the command and a run."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkServer]:
    """The process that forks those that are hit."""
    with fork_server(tmp_path_factory.mktemp("server")) as new_server:
        yield new_server


def _scene(command: Command, place: Path) -> Scene:
    prepared = Shop(place / "prepared", shop_graph())
    for action in command.before:
        act(prepared, action)
    done = copied(prepared, place / "done")
    for action in command.actions:
        act(done, action)
    after = done.hashes()
    done.run(retention=NO_RETENTION)
    return Scene(command, prepared, (prepared.hashes(), after), done.hashes())


def _hit(scene: Scene, server: ForkServer, place: Path, fault: Fault, call: str, n: int) -> bool:
    """Inject a fault at one call of a command, check the home, and complete the work.

    Returns: whether the command had that many calls.
    """
    shop = copied(scene.prepared, place / f"{fault}-{call}{n}")
    point = server.hit(shop.directory, scene.command.actions, fault, call, n)
    what = f"{fault} at {call} {n}: {point}"
    if fault != "kill" and point.code:
        assert point.code == 1, what
        assert "fault of Tipoff" not in point.message, what
    _look(scene, shop, what, has_failed=fault != "kill" and point.code == 1)
    _make_up(scene, shop, what)
    _clear(shop)
    return point.reached


def _look(scene: Scene, shop: Shop, what: str, *, has_failed: bool) -> None:
    """Check that a reader finds the state before or after a command that changes it at once.

    A run with a failed table may have updated others: each table is as before or after.
    """
    if not scene.command.is_whole:
        return
    hashes, (before, after) = shop.hashes(), scene.seen
    if has_failed:
        assert all(hashes[name] in (before[name], after[name]) for name in hashes), what
    else:
        assert hashes in (before, after), what
    assert damage(shop.home) == [], what


def _make_up(scene: Scene, shop: Shop, what: str) -> None:
    """Do the command again, run, and compare with a home that was not disturbed."""
    if scene.command.repeats or shop.hashes() == scene.seen[0]:
        for action in scene.command.actions:
            act(shop, action)
    shop.run(retention=NO_RETENTION)
    assert shop.hashes() == scene.expected, what
    assert (damage(shop.home), unnamed(shop.home)) == ([], []), what
    assert shop.unaccounted() == 0, what
    if backup_of(shop).exists():
        fresh = Shop(shop.directory.with_name(f"{shop.directory.name}.restored"), shop.graph)
        restore(fresh.home, backup_of(shop))
        fresh.run()
        assert fresh.hashes() == scene.expected, what


def _clear(shop: Shop) -> None:
    for path in shop.directory.parent.glob(f"{shop.directory.name}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_hit_at_some_of_its_calls_leaves_nothing_half_done(
    name: str, server: ForkServer, tmp_path: Path
) -> None:
    scene = _scene(COMMANDS[name], tmp_path)
    chance = random.Random(f"{SEED} {name}")
    for fault in chance.sample(FAULTS, SHORT_CUT):
        assert _hit(scene, server, tmp_path, fault, "pwrite64", chance.randint(1, MANY))


@pytest.mark.chaos
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", [*COMMANDS, *MORE])
def test_a_command_hit_at_every_call_leaves_nothing_half_done(
    name: str, fault: Fault, call: str, server: ForkServer, tmp_path: Path
) -> None:
    """Each kind of call is a test of its own, so that several processes share them."""
    scene = _scene({**COMMANDS, **MORE}[name], tmp_path)
    points = 0
    while _hit(scene, server, tmp_path, fault, call, points + 1):
        points += 1
    assert points >= MANY or call != "pwrite64"
    print(f"{name}: {fault} at each of {points} {call}")

"""Put faults into the code and list those that no test notices: ``make mutants ARGS=odds``.

The package and its tests are copied, and a seeded sample of the faults of a group of modules is put
in one at a time. The tests that reach the faulty line run, fastest first, in a fork of a process
that has already imported the libraries. A fault is killed if a test fails or takes far too long.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mutation.mutants import Mutant, mutants
from mutation.reach import Reach, Tracer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Group:
    """Modules, and the tests that should notice faults in them."""

    modules: Sequence[str]
    """Paths of files or directories, relative to the package."""
    tests: Sequence[str]
    """Patterns relative to ``tests``."""
    fixtures: bool = True
    """Whether the tests need conftest.py, whose imports take most of the time of a short test."""


GROUPS = {
    "odds": Group(
        ["predictions/odds"],
        [f"predictions/test_{n}.py" for n in ("odds", "no_vig", "book_quotes", "distribution")],
        fixtures=False,
    ),
    "distributions": Group(
        ["predictions/distributions"],
        [f"predictions/test_{n}.py" for n in ("distribution", "dispersion", "mixture", "at_line")],
        fixtures=False,
    ),
    "features": Group(
        ["features", "analytics/shooting.py", "analytics/teammates.py"],
        ["features/test_player_*.py", "features/test_team_*.py"],
        fixtures=False,
    ),
    "kernel": Group(
        ["kernel/plan", "kernel/fingerprints", "kernel/catalog", "kernel/run/commit.py"],
        ["kernel", "test_verify.py", "test_rebuild_home.py"],
    ),
}
LIBRARIES = (
    "duckdb",
    "ibis",
    "lightgbm",
    "pandas",
    "pyarrow.parquet",
    "scipy.stats",
)
"""Libraries imported before the fork, once for all faults."""
LOG = Path("forked.log")
"""The file for the output of tests, in the copy."""
TIMEOUT_FACTOR, TIMEOUT_SECONDS = 4, 20
"""Tests of a fault time out after this factor times their usual time, plus these seconds."""


class Untimed:
    """A pytest plugin that turns off Hypothesis' deadline, as the suite's conftest.py does."""

    def pytest_configure(self) -> None:
        """Load a Hypothesis profile without deadline."""
        from hypothesis import settings

        settings.register_profile("untimed", deadline=None)
        settings.load_profile("untimed")


@dataclass(frozen=True)
class Copy:
    """A copy of the package and its tests, into which faults are put."""

    root: Path

    @classmethod
    def of(cls, directory: Path) -> Copy:
        """Copy the package, its tests and pyproject.toml into a directory."""
        for name in ("src", "tests", "pyproject.toml"):
            source, target = ROOT / name, directory / name
            ignored = shutil.ignore_patterns("__pycache__")
            if source.is_dir():
                shutil.copytree(source, target, ignore=ignored)
            else:
                shutil.copy(source, target)
        return cls(directory)

    def modules(self, places: Sequence[str]) -> list[Path]:
        """Return the modules at paths relative to the package."""
        package = self.root / "src" / "tipoff"
        modules: list[Path] = []
        for place in places:
            path = package / place
            modules += sorted(path.rglob("*.py")) if path.is_dir() else [path]
        return modules


def main() -> int:
    """Test a group; return 1 if the killed share is below the minimum."""
    arguments = _parser().parse_args()
    for library in LIBRARIES:
        __import__(library)
    with tempfile.TemporaryDirectory() as directory:
        copied = Copy.of(Path(directory))
        os.chdir(copied.root)
        group = GROUPS[arguments.group]
        modules = copied.modules(group.modules)
        options = [] if group.fixtures else ["--noconftest"]
        tests = [str(path) for t in group.tests for path in copied.root.glob(f"tests/{t}")]
        reach = _reach(modules, [*options, *sorted(tests)])
        if not reach.seconds:
            raise SystemExit(f"no test passes in the unchanged code:\n{LOG.read_text()}")
        every = [m for path in modules for m in mutants(path, path.read_text())]
        chosen = random.Random(arguments.seed).sample(every, min(arguments.sample, len(every)))
        print(f"{len(chosen)} of {len(every)} faults, {len(reach.seconds)} tests", flush=True)
        outcomes = Counter(_test(m, reach, arguments.seconds, options) for m in chosen)
    share = outcomes["killed"] / len(chosen)
    print(f"{share:.1%} killed: {dict(outcomes)}")
    return int(share < arguments.minimum)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("group", choices=GROUPS)
    parser.add_argument("--sample", type=int, default=100, help="number of faults")
    parser.add_argument("--seed", type=int, default=1, help="seed of the sample")
    parser.add_argument("--seconds", type=float, default=60, help="maximum time of tests per fault")
    parser.add_argument(
        "--minimum", type=float, default=0.85, help="minimum share of killed faults"
    )
    return parser


def _test(mutant: Mutant, reach: Reach, seconds: float, options: Sequence[str]) -> str:
    """Return the outcome of a fault, and print it unless the fault was killed."""
    tests, spent = [], 0.0
    for test in reach.tests(str(mutant.path), mutant.line):
        tests.append(test)
        spent += reach.seconds[test]
        if spent > seconds:
            break
    outcome = "survived" if tests else "not reached"
    if tests:
        intact = mutant.path.read_text()
        mutant.path.write_text(mutant.source)
        try:
            if _fails([*options, *tests], TIMEOUT_SECONDS + TIMEOUT_FACTOR * spent):
                outcome = "killed"
        finally:
            mutant.path.write_text(intact)
    if outcome != "killed":
        print(f"{outcome}: {str(mutant).partition('/src/tipoff/')[2]}", flush=True)
    return outcome


def _fails(tests: Sequence[str], seconds: float) -> bool:
    """Return whether the tests fail or time out."""
    child = _forked(lambda: _pytest(["-x", *tests]))
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _reach(modules: Sequence[Path], tests: Sequence[str]) -> Reach:
    """Trace all tests in a fork, so that this process imports no module, and return the reach."""
    output = Path("reach.json")

    def traced() -> int:
        tracer = Tracer([str(path) for path in modules])
        _pytest(tests, tracer)
        output.write_text(tracer.reach().to_json())
        return 0

    os.waitpid(_forked(traced), 0)
    return Reach.from_json(output.read_text())


def _forked(work: Callable[[], int]) -> int:
    """Fork a process that does the work and exits with its result; return the process id."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setsid()
            with LOG.open("w") as log:
                os.dup2(log.fileno(), 1)
                os.dup2(log.fileno(), 2)
            status = work()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return child


def _pytest(arguments: Sequence[str], *plugins: Tracer) -> int:
    """Run tests of the copy in this process."""
    import pytest

    sys.dont_write_bytecode = True
    sys.path[:0] = [str(Path("src").absolute()), str(Path("tests").absolute())]
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    quietly = ["-q", "-p", "no:cacheprovider"]
    return int(pytest.main([*quietly, *arguments], plugins=[Untimed(), *plugins]))


if __name__ == "__main__":
    sys.exit(main())

"""Digests of the documents' code are equal in every process, so unchanged documents are kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import tipoff

DIGESTS = """
import importlib, inspect, pkgutil
import tipoff.publishing as room
from tipoff.kernel.fingerprints import digest
for found in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    module = importlib.import_module(found.name)
    for name, made in sorted(vars(module).items()):
        if inspect.isfunction(made) and made.__module__ == found.name:
            print(found.name, name, digest(made))
"""


def _digests(hash_seed: str) -> list[str]:
    process = subprocess.run(
        [sys.executable, "-c", DIGESTS],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return process.stdout.splitlines()


def test_the_code_of_documents_has_the_same_digests_in_every_process() -> None:
    first, second = (_digests(seed) for seed in ("1", "2"))
    assert len(first) > 100
    assert [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]] == []


PUBLISHED = """
from tipoff.publishing.application import application, schemas
for made in (schemas(), application()):
    print(made.digests)
"""


def test_bytecode_beside_the_sources_is_neither_published_nor_digested(tmp_path: Path) -> None:
    """Python writes bytecode on import, unless the environment forbids it."""
    package = Path(tipoff.__file__).parent
    shutil.copytree(package, tmp_path / "tipoff", ignore=shutil.ignore_patterns("__pycache__"))
    hidden = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
    settings = {name: value for name, value in os.environ.items() if name not in hidden}
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PUBLISHED],
            env={**settings, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert (tmp_path / "tipoff" / "publishing" / "contracts" / "__pycache__").is_dir()
    assert outputs[0] == outputs[1]
    assert "__pycache__" not in outputs[0]

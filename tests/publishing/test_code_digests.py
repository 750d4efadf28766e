"""What documents are made by is named the same in every process, or each day makes all of them."""

from __future__ import annotations

import os
import subprocess
import sys

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
    told = subprocess.run(
        [sys.executable, "-c", DIGESTS],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.splitlines()


def test_the_code_of_documents_has_the_same_digests_in_every_process() -> None:
    first, second = (_digests(seed) for seed in ("1", "2"))
    assert len(first) > 100
    assert [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]] == []

"""Decide whether a module is our own code or a library's.

Fingerprints cover our own code by its content, and a library by its version.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import sys
from functools import cache
from pathlib import PurePath
from typing import Any

OWN = __name__.partition(".")[0]
INSTALLED = {"site-packages", "dist-packages"}
COMPILERS = {"ibis", "sqlglot"}
"""Libraries that only compile a table's SQL, which is kept with the versions that compiled it."""


@cache
def is_ours(module: str) -> bool:
    """Return whether a module is our own code, which fingerprints cover by its content.

    It is, unless it belongs to the standard library or to an installed distribution other than
    this package.
    """
    top = module.partition(".")[0]
    if top in {OWN, "__main__"}:
        return True
    return top not in sys.stdlib_module_names and not _is_installed(module, top)


def module_of(value: Any) -> str:
    """Return the name of the module that a class or a value belongs to, from its ``__module__``.

    Classes of compiled extensions may have a descriptor there, which gives the module's name only
    for instances. They count as built in.
    """
    module = getattr(value, "__module__", None)
    return module if isinstance(module, str) else "builtins"


def is_available(module: str) -> bool:
    """Return whether the top-level package of a module can be imported."""
    top = module.partition(".")[0]
    return top in sys.modules or importlib.util.find_spec(top) is not None


def versioned(module: str) -> str:
    """Return a module's name, with the version of its library if that can change rows."""
    top = module.partition(".")[0]
    if is_ours(module) or top in sys.stdlib_module_names or top in COMPILERS:
        return module
    return f"{module} {_version(top)}"


def _is_installed(module: str, top: str) -> bool:
    loaded = sys.modules.get(module) or sys.modules.get(top)
    if loaded is not None:
        places = [getattr(loaded, "__file__", None), *getattr(loaded, "__path__", ())]
    else:
        spec = importlib.util.find_spec(top) if top else None
        places = [spec.origin, *(spec.submodule_search_locations or ())] if spec else []
    return any(INSTALLED.intersection(PurePath(place or "").parts) for place in places)


@cache
def _version(top: str) -> str:
    """Return the version of the distribution that holds a top-level module."""
    try:
        return _stated_version(importlib.metadata.distribution(top))
    except importlib.metadata.PackageNotFoundError:
        holders = importlib.metadata.packages_distributions().get(top, [])
        return " ".join(f"{name}-{importlib.metadata.version(name)}" for name in sorted(holders))


def _stated_version(distribution: importlib.metadata.Distribution) -> str:
    """Return a distribution's version; parsing all of its metadata would take milliseconds."""
    stated = re.search(r"^Version: *(.+)$", distribution.read_text("METADATA") or "", re.MULTILINE)
    return stated[1].strip() if stated is not None else distribution.version

"""Fingerprints: a digest of all code and declarations that can change a table's rows.

What is digested is the compiled code that will run, followed through every name it uses
inside its own package: an edit two calls away changes the fingerprint, a comment does not.
A library counts with its version. Not followed are names that are made up at run time, as in
``getattr(value, "to" + kind)`` or ``import_module(name)``, and files that code reads.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from tipoff.kernel.fingerprints.content import ContentDigests, digested

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tipoff.kernel.declare.graph import Graph


def fingerprints(
    graph: Graph,
    shaped_by: Iterable[Any] = (),
    versions: Mapping[str, str] | None = None,
    content: ContentDigests | None = None,
) -> dict[str, str]:
    """Return the fingerprint of each table: of its own code and declarations, and its inputs'.

    Args:
        graph: the tables, each after those it reads.
        shaped_by: functions, classes or modules of ours that shape the rows of every table,
            such as the code that casts, checks and deduplicates them.
        versions: name -> version of what else shapes every table's rows, such as the engine.
        content: what digests values, if it is to be used for others too.

    Raises:
        DeclarationError: something a table uses has no content that could be compared.
    """
    content = content or ContentDigests()
    common = [content.of(value) for value in shaped_by]
    common.append(content.of(sorted((versions or {}).items())))
    found: dict[str, str] = {}
    for name, definition in graph.tables.items():
        own = content.of(definition)
        stream = content.of(graph.streams[definition.stream]) if definition.stream else ""
        inputs = [f"{parent}={found[parent]}" for parent in sorted(definition.tables)]
        found[name] = digested([*common, own, stream, *inputs])
    return found


@cache
def digest(code: Any) -> str:
    """Return a digest of a function, class or module of ours, and of all it uses.

    Raises:
        DeclarationError: something it uses has no content that could be compared.
    """
    return ContentDigests().of(code)

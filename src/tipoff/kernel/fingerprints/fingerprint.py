"""Fingerprints: digests of the code and declarations that can change a table's rows.

A fingerprint covers the compiled code that will run, and all code and values of this package that
it uses, directly or not: an edit two calls away changes the fingerprint, an edited comment does
not. Of a library it covers the version. It does not cover names that are put together at run time,
as in ``getattr(value, "to" + kind)`` or ``import_module(name)``, nor files that the code reads.
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
    """Return the fingerprint of each table, from its code, its declarations and its inputs'.

    Args:
        graph: the tables, each after those it reads.
        shaped_by: functions, classes or modules of our own code that can change the rows of every
            table, such as those that convert, check and deduplicate rows.
        versions: the versions, by name, of everything else that can change the rows of every
            table, such as the engine.
        content: the digests of values, to share them with other callers.

    Raises:
        DeclarationError: a table uses a value whose content cannot be compared.
    """
    content = content or ContentDigests()
    common = [content.of(value) for value in shaped_by]
    common.append(content.of(sorted((versions or {}).items())))
    by_table: dict[str, str] = {}
    for name, definition in graph.tables.items():
        own = content.of(definition)
        stream = content.of(graph.streams[definition.stream]) if definition.stream else ""
        inputs = [f"{parent}={by_table[parent]}" for parent in sorted(definition.tables)]
        by_table[name] = digested([*common, own, stream, *inputs])
    return by_table


@cache
def digest(code: Any) -> str:
    """Return a digest of a function, class or module of our own code, and of all it uses.

    Raises:
        DeclarationError: it uses a value whose content cannot be compared.
    """
    return ContentDigests().of(code)

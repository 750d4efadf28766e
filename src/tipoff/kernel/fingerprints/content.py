"""Digests of values by content, in which names are bound to what they stand for.

Values form a graph that may have circles: a function that calls itself, a class and its
methods. Strongly connected components are found as by Tarjan (1972). A value outside of any
circle is digested from its head and its parts' digests. Values in a circle are told apart by
refinement, as states of an automaton are when it is minimized: each begins with a digest of what
lies outside, and takes in its parts' digests again and again until no more values differ.
"""

from __future__ import annotations

import hashlib
from types import FunctionType
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.fingerprints.description import Description, describe, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class _Node:
    """A value being digested, which is kept so that its identity is not given to another."""

    __slots__ = ("digest", "lines", "lowest", "ordered", "parts", "place", "rest", "value")

    def __init__(self, value: Any, described: Description, place: int) -> None:
        self.value = value
        self.ordered = described.ordered
        self.lines = [described.head]
        self.parts: list[Any] = []
        for name, part in described.parts:
            if is_plain(part):
                self.lines.append(f"{name}={part!r}")
            else:
                self.lines.append(f"{name}:")
                self.parts.append(part)
        self.rest = iter(self.parts)
        self.place = self.lowest = place  # the first place reached from here, of those still open
        self.digest: str | None = None

    def combined(self, parts: Iterable[str]) -> str:
        """Return a digest of the value, given those of its parts."""
        if self.ordered:
            return digested([*self.lines, *parts])
        return digested([*sorted(self.lines), *sorted(parts)])


class ContentDigests:
    """Digests values, each once; valid while nothing changes the values."""

    def __init__(self) -> None:
        self._nodes: dict[int, _Node] = {}
        self._open: list[_Node] = []

    def of(self, value: Any) -> str:
        """Return the digest of a value and of all it uses that is ours.

        Raises:
            DeclarationError: something it uses has no content that could be compared.
        """
        if is_plain(value):
            return digested([repr(value)])
        if id(value) not in self._nodes:
            self._visit(value)
        digest = self._nodes[id(value)].digest
        assert digest is not None
        return digest

    def _visit(self, root: Any) -> None:
        path = [self._opened(root, [])]
        while path:
            node = path[-1]
            part = next(node.rest, None)
            if part is not None:
                known = self._nodes.get(id(part))
                if known is None:
                    path.append(self._opened(part, path))
                elif known.digest is None:
                    node.lowest = min(node.lowest, known.place)
                continue
            path.pop()
            if path:
                path[-1].lowest = min(path[-1].lowest, node.lowest)
            if node.lowest == node.place:
                self._close(node.place)

    def _opened(self, value: Any, path: list[_Node]) -> _Node:
        try:
            description = describe(value)
        except DeclarationError as error:
            raise DeclarationError(f"{_where(path, value)}: {error}") from error
        node = _Node(value, description, len(self._open))
        self._nodes[id(value)] = node
        self._open.append(node)
        return node

    def _close(self, first: int) -> None:
        """Digest the component that was opened last, from its first place on."""
        component = self._open[first:]
        del self._open[first:]
        (node, *others) = component
        if others or any(part is node.value for part in node.parts):
            self._close_circle(component)
        else:
            node.digest = node.combined(self._digests(node))

    def _close_circle(self, component: Sequence[_Node]) -> None:
        """Digest values that use each other: all are in each digest, which differ as they do."""
        found, classes = [""] * len(component), 0
        while len(set(found)) > classes:
            classes = len(set(found))
            for node, digest in zip(component, found, strict=True):
                node.digest = digest
            found = [node.combined(self._digests(node)) for node in component]
        for node, digest in zip(component, found, strict=True):
            node.digest = digested([digest, *sorted(found)])

    def _digests(self, node: _Node) -> Iterable[str]:
        return [str(self._nodes[id(part)].digest) for part in node.parts]


def digested(lines: Iterable[str]) -> str:
    """Return the digest of texts without line breaks."""
    return hashlib.blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()


def _where(path: Sequence[_Node], value: Any) -> str:
    """Return which function or class a value is, or uses it, and under which name."""
    if isinstance(value, (FunctionType, type)):
        return f"{value.__module__}.{value.__qualname__}"
    users = [node.value for node in path if isinstance(node.value, (FunctionType, type))]
    named = [line[:-1] for line in path[-1].lines[1:] if line.endswith(":")] if path else []
    names = [n for n, part in zip(named, path[-1].parts, strict=True) if part is value and n]
    user = f"{users[-1].__module__}.{users[-1].__qualname__} uses " if users else ""
    return user + (names[0] if names else type(value).__qualname__)

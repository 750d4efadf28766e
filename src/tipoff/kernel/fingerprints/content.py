"""Digests of values by content, including the content of everything that they refer to.

Values form a graph that may have cycles: a function that calls itself, a class and its methods.
Its strongly connected components are found with Tarjan's algorithm (1972). A value outside of any
cycle is digested from its head and the digests of its parts. Values in a cycle are distinguished by
refinement, like the states of an automaton that is minimized: each begins with a digest of its head
and of its parts outside the cycle; then its parts' digests are added in rounds, until a round no
longer increases the number of different digests.
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
    """A value being digested.

    It keeps a reference to the value, so that no later value can get the same ``id``.
    """

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
        self.place = self.lowest = place  # lowest: of the open nodes reached, the first's place
        self.digest: str | None = None

    def combined(self, parts: Iterable[str]) -> str:
        """Return the value's digest, given those of its parts."""
        if self.ordered:
            return digested([*self.lines, *parts])
        return digested([*sorted(self.lines), *sorted(parts)])


class ContentDigests:
    """Computes the digest of each value once; valid as long as the values do not change."""

    def __init__(self) -> None:
        self._nodes: dict[int, _Node] = {}
        self._open: list[_Node] = []

    def of(self, value: Any) -> str:
        """Return the digest of a value and of all our own code that it uses.

        Raises:
            DeclarationError: it uses a value whose content cannot be compared.
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
                visited = self._nodes.get(id(part))
                if visited is None:
                    path.append(self._opened(part, path))
                elif visited.digest is None:
                    node.lowest = min(node.lowest, visited.place)
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
        """Digest the component that was opened last, given the place of its first node."""
        component = self._open[first:]
        del self._open[first:]
        (node, *others) = component
        if others or any(part is node.value for part in node.parts):
            self._close_cycle(component)
        else:
            node.digest = node.combined(self._digests(node))

    def _close_cycle(self, component: Sequence[_Node]) -> None:
        """Digest values that use each other; each digest covers all of them."""
        digests, classes = [""] * len(component), 0
        while len(set(digests)) > classes:
            classes = len(set(digests))
            for node, digest in zip(component, digests, strict=True):
                node.digest = digest
            digests = [node.combined(self._digests(node)) for node in component]
        for node, digest in zip(component, digests, strict=True):
            node.digest = digested([digest, *sorted(digests)])

    def _digests(self, node: _Node) -> Iterable[str]:
        return [str(self._nodes[id(part)].digest) for part in node.parts]


def digested(lines: Iterable[str]) -> str:
    """Return the digest of lines of text."""
    return hashlib.blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()


def _where(path: Sequence[_Node], value: Any) -> str:
    """Return a name of a value for a message: its own, or that in the code that uses it."""
    if isinstance(value, (FunctionType, type)):
        return f"{value.__module__}.{value.__qualname__}"
    users = [node.value for node in path if isinstance(node.value, (FunctionType, type))]
    labels = [line[:-1] for line in path[-1].lines[1:] if line.endswith(":")] if path else []
    names = [n for n, part in zip(labels, path[-1].parts, strict=True) if part is value and n]
    user = f"{users[-1].__module__}.{users[-1].__qualname__} uses " if users else ""
    return user + (names[0] if names else type(value).__qualname__)

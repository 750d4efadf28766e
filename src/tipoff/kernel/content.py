"""Digests of values by content, in which names are bound to what they stand for.

Values form a graph that may have circles: a function that calls itself, a class and its
methods. Strongly connected components are found as by Tarjan (1972). A value outside of any
circle is digested from its head and its parts' digests. Values in a circle are told apart by
refinement, as states of an automaton are when it is minimized: each begins with a digest of what
lies outside, and takes in its parts' digests again and again until no more values differ.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

from tipoff.kernel.description import PLAIN, Description, describe
from tipoff.kernel.errors import DeclarationError


@dataclass(slots=True, eq=False)
class _Node:
    """A value being digested, which is kept so that its identity is not given to another."""

    value: Any
    description: Description
    place: int
    lowest: int
    """The first place that is reached from here, among those still open."""
    rest: Iterator[Any] = field(init=False)
    digest: str | None = None

    def __post_init__(self) -> None:
        self.rest = iter([v for _, v in self.description.parts if type(v) not in PLAIN])


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
        if type(value) in PLAIN:
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
        node = _Node(value, description, len(self._open), len(self._open))
        self._nodes[id(value)] = node
        self._open.append(node)
        return node

    def _close(self, first: int) -> None:
        """Digest the component that was opened last, from its first place on."""
        component = {id(node.value): node for node in self._open[first:]}
        del self._open[first:]
        found = self._refined(component)
        whole = sorted(found.values()) if _is_circle(component) else []
        for identity, node in component.items():
            node.digest = digested([found[identity], *whole])

    def _refined(self, component: Mapping[int, _Node]) -> dict[int, str]:
        """Return digests that differ for members of a component that differ in any way."""
        found = dict.fromkeys(component, "")
        classes = 0
        while len(set(found.values())) > classes:
            classes = len(set(found.values()))
            found = {identity: self._combined(node, found) for identity, node in component.items()}
        return found

    def _combined(self, node: _Node, inside: Mapping[int, str]) -> str:
        """Return a digest of a node's head and parts, given those of its own component."""
        described = node.description
        lines = [f"{name}={self._line(part, inside)}" for name, part in described.parts]
        return digested([described.head, *(lines if described.ordered else sorted(lines))])

    def _line(self, part: Any, inside: Mapping[int, str]) -> str:
        if type(part) in PLAIN:
            return repr(part)
        if id(part) in inside:
            return inside[id(part)]
        return str(self._nodes[id(part)].digest)


def digested(lines: Iterable[str]) -> str:
    """Return the digest of texts without line breaks."""
    return hashlib.blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()


def _is_circle(component: Mapping[int, _Node]) -> bool:
    """Return whether the members of a component use themselves, directly or not."""
    parts = (id(part) for node in component.values() for _, part in node.description.parts)
    return len(component) > 1 or any(part in component for part in parts)


def _where(path: Sequence[_Node], value: Any) -> str:
    """Return which function or class uses a value, and under which name."""
    users = [node.value for node in path if isinstance(node.value, (FunctionType, type))]
    names = [n for n, part in path[-1].description.parts if part is value and n] if path else []
    user = f"{users[-1].__module__}.{users[-1].__qualname__} uses " if users else ""
    return user + (names[0] if names else type(value).__qualname__)

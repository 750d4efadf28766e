"""Every property that the application reads is defined by a document, itself or JavaScript."""

from __future__ import annotations

import dataclasses
import re
from importlib import resources
from typing import TYPE_CHECKING, Any

from support import browser as chromium
from tipoff.health.report import CheckStatus, ReasonStatus, TableStatus
from tipoff.publishing.contracts import CONTRACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

APPLICATION = resources.files("tipoff.publishing") / "site" / "app"
OF_STATUS = (TableStatus, CheckStatus, ReasonStatus)
"""The types of the rows in the status document, whose contract does not define them."""
COMMENT = re.compile(r"(^|\s)//.*")
READ = re.compile(r"\.([A-Za-z_]\w*)")
NAMED = re.compile(r"(?<![.\w])([A-Za-z_]\w*)")
BUILT_IN = """
    [globalThis, Intl].flatMap((space) => Object.getOwnPropertyNames(space).flatMap((name) => {
        const { value } = Object.getOwnPropertyDescriptor(space, name);
        const held = [value, value?.prototype].filter((each) => Object(each) === each);
        return [name, ...held.flatMap((each) => Object.getOwnPropertyNames(each))];
    }))
"""
"""The names of every property that the browser's own objects have."""


def _code(directory: Any = APPLICATION) -> Iterator[tuple[str, str]]:
    """Yield each module of the application: its name, and its code without comments and words."""
    for path in directory.iterdir():
        if path.is_dir():
            yield from _code(path)
        elif path.name.endswith(".js"):
            lines = [COMMENT.sub("", line) for line in path.read_text().splitlines()]
            yield path.name, "\n".join(map(_without_words, lines))


def _without_words(line: str) -> str:
    """Return a line without its texts, of templates what is computed in them."""
    line = re.sub(r'"[^"]*"', '""', line)
    return re.sub(r"(`|\})[^`${]*(?=\$\{|`)", r"\1", line)


def _fields(schema: dict[str, Any]) -> Iterator[str]:
    """Yield the names of all properties of a JSON Schema."""
    for each in (schema, *schema.get("$defs", {}).values()):
        yield from each.get("properties", {})


def test_every_property_that_the_application_reads_is_there() -> None:
    """A field that no document has would be shown as "undefined", and only where it is read."""
    modules = dict(_code())
    known = {name for code in modules.values() for name in NAMED.findall(code)}
    known |= {field.name for each in OF_STATUS for field in dataclasses.fields(each)}
    known |= {n for each in CONTRACTS.values() for n in _fields(each.model_json_schema())}
    with chromium.browser() as page:
        known |= set(page.evaluate(BUILT_IN))
    reads = {(name, read) for name, code in modules.items() for read in READ.findall(code)}
    assert len(reads) > 500
    assert {(name, read) for name, read in reads if read not in known} == set()

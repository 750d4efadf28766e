"""The site's application files: pages, modules and style, published unchanged from the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tipoff.publishing.inputs import digest_of
from tipoff.publishing.release import Documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

SCHEMAS = "schemas/"
APPLICATION = "app/"
"""The directory of modules and style; each version of them has its own subdirectory."""


@cache
def assets() -> dict[str, str]:
    """Return every file of the application by its path in a release.

    Modules and style are in a directory named by a digest of all files, and the page refers to it.
    So a browser can cache them forever, and never mixes modules of two versions.
    """
    texts = dict(_texts(files("tipoff.publishing") / "site", ""))
    directory = f"{APPLICATION}{digest_of(*texts.values())}/"
    return {
        path.replace(APPLICATION, directory, 1): text
        if path.startswith(APPLICATION)
        else text.replace(f'"{APPLICATION}', f'"{directory}')
        for path, text in texts.items()
    }


def application() -> Documents:
    """Return the application's files, which change only with the version of Tipoff."""
    texts = assets()
    return Documents(
        {path: digest_of(text) for path, text in texts.items()},
        lambda paths: [(path, texts[path]) for path in paths],
    )


def schemas() -> Documents:
    """Return the JSON Schema of every kind of document, which changes only with the version.

    Schemas are made again only if the source of the contracts or the version of pydantic changed.
    """
    from importlib.metadata import version

    from tipoff.publishing.contracts import CONTRACTS, schema_path

    source = dict(_texts(files("tipoff.publishing.contracts"), ""))
    made_from = digest_of(version("pydantic"), *source.values())
    return Documents(
        dict.fromkeys(map(schema_path, CONTRACTS), made_from),
        lambda paths: [(path, schema_texts()[path]) for path in paths],
    )


@cache
def schema_texts() -> dict[str, str]:
    """Return each JSON Schema by its path in a release."""
    import orjson

    from tipoff.publishing.contracts import CONTRACTS, schema_path

    return {
        schema_path(pattern): orjson.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema"}
            | contract.model_json_schema(),
            option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE,
        ).decode()
        for pattern, contract in CONTRACTS.items()
    }


def _texts(directory: Traversable, within: str) -> Iterator[tuple[str, str]]:
    kept = [each for each in directory.iterdir() if not each.name.startswith((".", "__"))]
    for entry in sorted(kept, key=lambda each: each.name):
        path = f"{within}{entry.name}"
        if entry.is_dir():
            yield from _texts(entry, f"{path}/")
        else:
            yield path, entry.read_text("utf-8")

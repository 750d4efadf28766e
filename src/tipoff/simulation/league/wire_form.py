"""The JSON envelope of the real services' answers, labelled as simulated."""

from __future__ import annotations

from typing import Any

import orjson

LEAGUE = "99"
"""The simulated league's id; the real one's is 00."""


def result_body(
    resource: str, parameters: dict[str, Any], name: str, headers: tuple[str, ...], rows: list[Any]
) -> bytes:
    """Return a response in the service's row form, with one result set."""
    result = {"name": name, "headers": headers, "rowSet": rows}
    return json_body({"resource": resource, "parameters": parameters, "resultSets": [result]})


def json_body(document: dict[str, Any]) -> bytes:
    """Return a response as JSON, labelled as simulated."""
    return orjson.dumps({"simulated": True, **document})

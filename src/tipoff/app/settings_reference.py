"""The page of all settings, written from their declarations."""

from __future__ import annotations

import ast
import inspect
import typing
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from tipoff.app import settings
from tipoff.app.settings import PREFIX, Settings

HEAD = """\
# Settings

Written by `tipoff dev settings` from the code; a test keeps it so. Each is a line of `tipoff.toml`
in the working directory (`threads = 4`), or a variable of the environment (`TIPOFF_THREADS=4`),
which wins. An unknown name is an error that names the nearest one. The secrets, `odds_api_key`,
`fetch_proxy`, `alert_channels` and `alert_ping_url`, are best given as variables: they are shown
and logged nowhere.

| setting | default | meaning |
|---|---|---|
"""


def settings_reference() -> str:
    """Return the page as Markdown, settings in the order of their declaration."""
    meanings = _meanings()
    rows = [
        f"| `{name}` | {_default(field.default, field.annotation)} | {meanings[name]} |"
        for name, field in Settings.model_fields.items()
    ]
    return HEAD + "\n".join(rows) + f"\n\nVariables are `{PREFIX}` and the name in capitals.\n"


def _meanings() -> dict[str, str]:
    """Return the text below each field of the class."""
    tree = ast.parse(inspect.getsource(settings))
    (body,) = (n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Settings")
    found: dict[str, str] = {}
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            assert isinstance(field.target, ast.Name)
            assert isinstance(text.value, ast.Constant)
            found[field.target.id] = " ".join(str(text.value.value).split())
    return found


def _default(value: Any, annotation: Any) -> str:
    if value is None or value in ("", (), {}):
        return "" if SecretStr not in typing.get_args(annotation) else "none"
    if isinstance(value, Path | int | float) and not isinstance(value, bool):
        return f"`{value}`"
    return f"`{str(value).lower()}`" if isinstance(value, bool) else f'`"{value}"`'

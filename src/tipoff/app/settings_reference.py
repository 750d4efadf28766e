"""The documentation page of all settings, generated from their declarations."""

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
from tipoff.app.settings_errors import is_secret

HEAD = """\
# Settings

Generated from the code by `tipoff dev settings`; a test checks that it is up to date. Each setting
is a line of `tipoff.toml` in the working directory (`threads = 4`) or an environment variable
(`TIPOFF_THREADS=4`), which overrides the file. An unknown name is an error that suggests the
closest one. Secrets are best given as variables, and are never shown or logged:
{secrets}.

| setting | default | meaning |
|---|---|---|
"""


def settings_reference() -> str:
    """Return the page as Markdown, with the settings in the order of their declaration."""
    meanings = _meanings()
    rows = [
        f"| `{name}` | {_default(field.default, field.annotation)} | {meanings[name]} |"
        for name, field in Settings.model_fields.items()
    ]
    secrets = ", ".join(f"`{n}`" for n, field in Settings.model_fields.items() if is_secret(field))
    tail = f"A variable is named `{PREFIX}` plus the name in capitals.\n"
    return HEAD.format(secrets=secrets) + "\n".join(rows) + "\n\n" + tail


def _meanings() -> dict[str, str]:
    """Return the docstring below each field of the class."""
    tree = ast.parse(inspect.getsource(settings))
    (body,) = (n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Settings")
    meanings: dict[str, str] = {}
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            assert isinstance(field.target, ast.Name)
            assert isinstance(text.value, ast.Constant)
            meanings[field.target.id] = " ".join(str(text.value.value).split())
    return meanings


def _default(value: Any, annotation: Any) -> str:
    if value is None or value in ("", (), {}):
        return "" if SecretStr not in typing.get_args(annotation) else "none"
    if isinstance(value, Path | int | float) and not isinstance(value, bool):
        return f"`{value}`"
    return f"`{str(value).lower()}`" if isinstance(value, bool) else f'`"{value}"`'

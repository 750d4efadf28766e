"""Errors in settings, each explained in one sentence that names the setting but no secret."""

from __future__ import annotations

import os
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pydantic import ValidationError
    from pydantic.fields import FieldInfo
    from pydantic_settings import SettingsError

NOT_SETTINGS = ("TIPOFF_RECORDED",)
"""Environment variables with the prefix of settings that only tests and benchmarks read."""


def read_settings_file(path: Path) -> dict[str, Any]:
    """Return the content of the settings file; an empty dictionary if there is no file.

    Raises:
        UsageError: it cannot be read, or is not TOML; the message names the line.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UsageError(f"{path} cannot be read: it is no file")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {error}") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None


def refuse_unknown_keys(
    content: Mapping[str, Any], known: Mapping[str, FieldInfo], file: str
) -> None:
    """Refuse a key that is not the name of a setting.

    Raises:
        UsageError: there is such a key; the message names the closest setting, not the value.
    """
    for key in content:
        if key not in known:
            raise UsageError(f"{file}: there is no setting {key}{_hint(key, known)}")


def refuse_unknown_variables(known: Mapping[str, FieldInfo], prefix: str) -> None:
    """Refuse an environment variable with the prefix that is not the name of a setting.

    Raises:
        UsageError: there is one; the message names the closest variable, not the value.
    """
    names = [name.upper() for name in known]
    for variable in os.environ:
        name = variable.upper().removeprefix(prefix)
        if name == variable.upper() or name in names or variable in NOT_SETTINGS:
            continue
        hint = _hint(name, names, prefix)
        raise UsageError(f"there is no setting {variable}{hint}")


def invalid_value_error(
    error: ValidationError, known: Mapping[str, FieldInfo], file: str, prefix: str
) -> UsageError:
    """Return the error that explains the first invalid value."""
    first = error.errors()[0]
    name = str(first["loc"][0])
    path = ".".join(map(str, first["loc"]))
    value = "" if is_secret(known[name]) else f"={first['input']!r}"
    variable = f"{prefix}{name}".upper()
    origin = variable if _is_set(variable) else file
    message = first["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return UsageError(f"setting {path}{value} ({origin}): {message[:1].lower()}{message[1:]}")


def invalid_json_error(
    error: SettingsError, known: Mapping[str, FieldInfo], prefix: str
) -> UsageError:
    """Return the error for a variable that should hold JSON and does not."""
    name = next((name for name in known if f'"{name}"' in str(error)), "")
    return UsageError(f'setting {name} ({prefix}{name.upper()}): not JSON like {{"Name": "value"}}')


def _hint(name: str, known: Iterable[str], prefix: str = "") -> str:
    near = get_close_matches(name, list(known), 1)
    return f": did you mean {prefix}{near[0]}?" if near else "; docs/settings.md lists them"


def is_secret(field: FieldInfo) -> bool:
    """Return whether a setting's value must never be shown."""
    return "SecretStr" in str(field.annotation)


def _is_set(variable: str) -> bool:
    return any(name.upper() == variable for name in os.environ)

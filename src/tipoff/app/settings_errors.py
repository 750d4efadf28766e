"""What is wrong with settings, in one sentence that names the setting and shows no secret."""

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
"""Variables that tests and benchmarks read."""


def refuse_broken_file(path: Path) -> dict[str, Any]:
    """Return the content of the file of settings; nothing, if there is no file.

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
    """Refuse a key that no setting has.

    Raises:
        UsageError: the message names the nearest setting, and not the value.
    """
    for key in content:
        if key not in known:
            raise UsageError(f"{file}: there is no setting {key}{_nearest(key, known)}")


def refuse_unknown_variables(known: Mapping[str, FieldInfo], prefix: str) -> None:
    """Refuse a variable of the environment that looks like a setting and is none.

    Raises:
        UsageError: the message names the nearest variable, and not the value.
    """
    names = [name.upper() for name in known]
    for variable in os.environ:
        name = variable.upper().removeprefix(prefix)
        if name == variable.upper() or name in names or variable in NOT_SETTINGS:
            continue
        near = _nearest(name, names, prefix)
        raise UsageError(f"there is no setting {variable}{near}")


def unfit(
    error: ValidationError, known: Mapping[str, FieldInfo], file: str, prefix: str
) -> UsageError:
    """Return what to say of the first value that makes no sense."""
    first = error.errors()[0]
    name = str(first["loc"][0])
    whole = ".".join(map(str, first["loc"]))
    shown = "" if _is_secret(known[name]) else f"={first['input']!r}"
    variable = f"{prefix}{name}".upper()
    origin = variable if _is_set(variable) else file
    message = first["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return UsageError(f"setting {whole}{shown} ({origin}): {message[:1].lower()}{message[1:]}")


def undecodable(error: SettingsError, known: Mapping[str, FieldInfo], prefix: str) -> UsageError:
    """Return what to say of a variable that should hold JSON and does not."""
    name = next((name for name in known if f'"{name}"' in str(error)), "")
    return UsageError(f'setting {name} ({prefix}{name.upper()}): not JSON like {{"Name": "value"}}')


def _nearest(name: str, known: Iterable[str], prefix: str = "") -> str:
    near = get_close_matches(name, list(known), 1)
    return f": did you mean {prefix}{near[0]}?" if near else "; docs/settings.md lists them"


def _is_secret(field: FieldInfo) -> bool:
    return "SecretStr" in str(field.annotation)


def _is_set(variable: str) -> bool:
    return any(name.upper() == variable for name in os.environ)

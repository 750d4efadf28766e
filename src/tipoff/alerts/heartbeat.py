"""The dead man's switch: a URL that is requested after each good day.

All other alerts come from a run that noticed a problem. That nothing runs at all can only be
noticed from outside: by a service that expects this request and alerts you when it does not come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import SecretStr

NAME = "dead man's switch"
TIMEOUT_SECONDS = 10.0


def ping(address: SecretStr) -> str:
    """Request the URL; return why that failed, without the URL, or empty text if it succeeded."""
    import httpx

    try:
        answer = httpx.get(
            address.get_secret_value(), timeout=TIMEOUT_SECONDS, follow_redirects=True
        )
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"no answer ({type(error).__name__})"
    return "" if answer.is_success else f"answered {answer.status_code}"

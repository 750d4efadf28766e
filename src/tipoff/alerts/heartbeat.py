"""The dead man's switch: a URL that is asked after each good day, and raises the alarm if not.

Everything else here tells of what went wrong. What can tell that nothing runs at all has to run
somewhere else: a service that waits for this request, and writes to you when it does not come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import SecretStr

NAME = "dead man's switch"
TIMEOUT_SECONDS = 10.0


def ping(address: SecretStr) -> str:
    """Ask the URL; return why that failed, without the URL, or an empty text."""
    import httpx

    try:
        answer = httpx.get(
            address.get_secret_value(), timeout=TIMEOUT_SECONDS, follow_redirects=True
        )
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"no answer ({type(error).__name__})"
    return "" if answer.is_success else f"answered {answer.status_code}"

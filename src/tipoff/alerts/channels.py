"""Channels: where messages go, each known by a name that shows none of its address."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pydantic import SecretStr

WITHOUT_EXTRA = "alert_channels needs the extra: pip install 'tipoff[alerts]'"
ANSWER = re.compile(r"error=([345]\d\d)\b")
"""How Apprise writes the number that a service answered."""


class Channel(Protocol):
    """Somewhere that messages go."""

    @property
    def name(self) -> str:
        """What people know it by: no secret."""
        ...

    @property
    def is_muted(self) -> bool:
        """Whether it is to be sent nothing."""
        ...

    def send(self, title: str, body: str) -> str:
        """Send a message; return why it could not be delivered, or an empty text."""
        ...


@dataclass(frozen=True)
class AppriseChannel:
    """A service that Apprise knows, by its address, which is a secret."""

    name: str
    address: SecretStr = field(repr=False)
    is_muted: bool = False

    def send(self, title: str, body: str) -> str:
        """Send a message; return why it could not be delivered, with the address left out."""
        import apprise

        sender = apprise.Apprise()
        with _listening() as heard:
            if not sender.add(self.address.get_secret_value()):
                return "its address is none that Apprise knows"
            delivered = sender.notify(title=title, body=body)
        return "" if delivered else heard.answer()


class _Heard(logging.Handler):
    """Keeps what Apprise logs of a failed delivery, of which only the answer's number is told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.text = io.StringIO()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.text.write(record.getMessage() + "\n")

    def __enter__(self) -> _Heard:
        logger = logging.getLogger("apprise")
        self._before = logger.handlers[:], logger.propagate
        logger.handlers, logger.propagate = [self], False
        return self

    def __exit__(self, *_: object) -> None:
        logger = logging.getLogger("apprise")
        logger.handlers, logger.propagate = self._before

    def answer(self) -> str:
        """Return what the service answered, by its number: the rest may hold the address."""
        found = ANSWER.search(self.text.getvalue())
        return f"answered {found[1]}" if found else "not delivered: it did not answer"


def _listening() -> _Heard:
    return _Heard()


def _refuse_unknown(service: str, place: int) -> None:
    """Refuse a service that Apprise does not know.

    Raises:
        UsageError: the message names the nearest one, and nothing else of the address.
    """
    import apprise

    plugins: Any = apprise.NotificationManager
    known = plugins().schemas()
    if service.lower() not in known:
        near = get_close_matches(service.lower(), known, 1)
        hint = f"did you mean {near[0]}://?" if near else "https://appriseit.com lists them"
        raise UsageError(
            f"setting alert_channels: number {place}: Apprise knows no service {service}://: {hint}"
        )


def channels_of(addresses: Sequence[SecretStr], muted: Collection[str] = ()) -> list[Channel]:
    """Return the channels of addresses, named by their service and a number: "json 1".

    Raises:
        UsageError: the extra is not installed, an address has no service that Apprise knows, or
            a channel that is to be muted is none.
    """
    if not addresses:
        return []
    try:
        import apprise  # noqa: F401
    except ImportError:
        raise UsageError(WITHOUT_EXTRA) from None
    named: list[Channel] = []
    seen: Counter[str] = Counter()
    for place, address in enumerate(addresses, 1):
        service, found, _ = address.get_secret_value().strip().partition("://")
        if not found or not service.isalnum():
            raise UsageError(f"setting alert_channels: number {place} is no address like tgram://…")
        _refuse_unknown(service, place)
        seen[service] += 1
        name = f"{service} {seen[service]}"
        named.append(AppriseChannel(name, address, name in muted))
    unknown = set(muted) - {channel.name for channel in named}
    if unknown:
        raise UsageError(
            f"setting alert_muted: no channel {', '.join(sorted(unknown))}; there are"
            f" {', '.join(channel.name for channel in named)}"
        )
    return named

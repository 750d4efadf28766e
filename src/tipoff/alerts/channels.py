"""Channels that messages are sent to, each with a name that reveals nothing of its address."""

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
STATUS_CODE = re.compile(r"error=([345]\d\d)\b")
"""Matches the HTTP status of a service's answer in Apprise's log."""


class Channel(Protocol):
    """A destination for messages."""

    @property
    def name(self) -> str:
        """The name shown to people; it holds no secret."""
        ...

    @property
    def is_muted(self) -> bool:
        """Whether nothing is sent to it."""
        ...

    def send(self, title: str, body: str) -> str:
        """Send a message; return why it could not be delivered, empty text if it was."""
        ...


@dataclass(frozen=True)
class AppriseChannel:
    """A service that Apprise supports, given by its secret address."""

    name: str
    address: SecretStr = field(repr=False)
    is_muted: bool = False

    def send(self, title: str, body: str) -> str:
        """Send a message; return why it could not be delivered, without the address."""
        import apprise

        sender = apprise.Apprise()
        with _captured_log() as log:
            if not sender.add(self.address.get_secret_value()):
                return "Apprise does not understand its address"
            delivered = sender.notify(title=title, body=body)
        return "" if delivered else log.answer()


class _AppriseLog(logging.Handler):
    """Captures Apprise's log of a failed delivery; only the HTTP status is ever shown."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.text = io.StringIO()

    def emit(self, record: logging.LogRecord) -> None:
        """Store the message of a log record."""
        self.text.write(record.getMessage() + "\n")

    def __enter__(self) -> _AppriseLog:
        logger = logging.getLogger("apprise")
        self._before = logger.handlers[:], logger.propagate
        logger.handlers, logger.propagate = [self], False
        return self

    def __exit__(self, *_: object) -> None:
        logger = logging.getLogger("apprise")
        logger.handlers, logger.propagate = self._before

    def answer(self) -> str:
        """Return the HTTP status of the answer; the rest of the log may hold the address."""
        match = STATUS_CODE.search(self.text.getvalue())
        return f"answered {match[1]}" if match else "not delivered: it did not answer"


def _captured_log() -> _AppriseLog:
    return _AppriseLog()


def _refuse_unknown(service: str, place: int) -> None:
    """Refuse a service that Apprise does not support.

    Raises:
        UsageError: the service is unknown; the message names the closest known one and reveals
            nothing else of the address.
    """
    import apprise

    plugins: Any = apprise.NotificationManager
    known = plugins().schemas()
    if service.lower() not in known:
        near = get_close_matches(service.lower(), known, 1)
        hint = f"did you mean {near[0]}://?" if near else "see the list at https://appriseit.com"
        raise UsageError(
            f"setting alert_channels: number {place}: Apprise knows no service {service}://: {hint}"
        )


def channels_of(addresses: Sequence[SecretStr], muted: Collection[str] = ()) -> list[Channel]:
    """Return a channel for each address, named by its service and a number, such as "json 1".

    Raises:
        UsageError: the extra is not installed, an address has no service that Apprise supports, or
            a name in ``muted`` is not a channel.
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
        service, separator, _ = address.get_secret_value().strip().partition("://")
        if not separator or not service.isalnum():
            raise UsageError(
                f"setting alert_channels: number {place} is not an address like tgram://…"
            )
        _refuse_unknown(service, place)
        seen[service] += 1
        name = f"{service} {seen[service]}"
        named.append(AppriseChannel(name, address, name in muted))
    unknown = set(muted) - {channel.name for channel in named}
    if unknown:
        raise UsageError(
            f"setting alert_muted: no channel {', '.join(sorted(unknown))}; the channels are"
            f" {', '.join(channel.name for channel in named)}"
        )
    return named

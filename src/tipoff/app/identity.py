"""Which home a shared catalog belongs to: two homes must not write to one database.

A home whose catalog is in a database has an identity of its own, made by chance when it is first
written to. It is kept beside its payloads and in its catalog, and whoever opens both compares them.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import write_durably

if TYPE_CHECKING:
    from tipoff.app.storage import Storage
    from tipoff.kernel.catalog import Catalog

FILE = "home.id"
NOTE = "home"


def claim(storage: Storage, catalog: Catalog) -> None:
    """Give a home and its catalog one identity, unless they have; the caller holds the lease.

    Raises:
        UsageError: the catalog belongs to another home.
    """
    refuse_another(storage, catalog, look_again=True)
    if catalog.note(NOTE) is None:
        own = _own(storage, look_again=True)
        if own is None:
            own = secrets.token_hex(16)
            _keep(storage, own)
        catalog.keep_note(NOTE, own)


def refuse_another(storage: Storage, catalog: Catalog, *, look_again: bool = False) -> None:
    """Refuse a catalog that belongs to another home.

    Args:
        storage: of the home whose settings name the catalog.
        catalog: in a database.
        look_again: whether a copy of what object storage holds does not count.

    Raises:
        UsageError: it does.
    """
    noted = catalog.note(NOTE)
    if noted is not None and noted != _own(storage, look_again=look_again):
        place = storage.url or storage.directory
        raise UsageError(
            f"{catalog.name} holds the catalog of another home than {place}: give each home a"
            f" database of its own (setting catalog); if it is this one's after all, write {noted}"
            f" into {place}/{FILE}"
        )


def _own(storage: Storage, *, look_again: bool) -> str | None:
    """Return a home's identity; None if it has none yet."""
    path, objects = storage.directory / FILE, storage.objects()
    if objects is not None and (look_again or not path.exists()):
        try:
            objects.fetch(FILE, path)
        except FileNotFoundError:
            return None
    return path.read_text().strip() if path.exists() else None


def _keep(storage: Storage, own: str) -> None:
    path, objects = storage.directory / FILE, storage.objects()
    write_durably(path, f"{own}\n".encode())
    if objects is not None:
        objects.put(FILE, path)

"""The identity of a home with a shared catalog: two homes must not write to one database.

A home whose catalog is in a database has a random identity, generated when it is first written to.
It is stored both beside the payloads and in the catalog; they are compared whenever both are
opened.
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
    """Give a home and its catalog the same identity if they have none.

    The caller holds the lease.

    Raises:
        UsageError: the catalog belongs to another home.
    """
    refuse_other_home(storage, catalog, refetch=True)
    if catalog.note(NOTE) is None:
        identity = _stored_identity(storage, refetch=True)
        if identity is None:
            identity = secrets.token_hex(16)
            _store_identity(storage, identity)
        catalog.keep_note(NOTE, identity)


def refuse_other_home(storage: Storage, catalog: Catalog, *, refetch: bool = False) -> None:
    """Refuse a catalog that belongs to another home.

    Args:
        storage: the storage of the home whose settings name the catalog.
        catalog: the catalog, in a database.
        refetch: whether to read the identity from object storage even if there is a local copy.

    Raises:
        UsageError: it belongs to another home.
    """
    noted = catalog.note(NOTE)
    if noted is not None and noted != _stored_identity(storage, refetch=refetch):
        place = storage.url or storage.directory
        raise UsageError(
            f"{catalog.name} holds the catalog of another home than {place}: give each home a"
            f" database of its own (setting catalog); if it does belong to this home, write {noted}"
            f" into {place}/{FILE}"
        )


def _stored_identity(storage: Storage, *, refetch: bool) -> str | None:
    """Return the identity that is stored beside a home's payloads; None if there is none yet."""
    path, objects = storage.directory / FILE, storage.objects()
    if objects is not None and (refetch or not path.exists()):
        try:
            objects.fetch(FILE, path)
        except FileNotFoundError:
            return None
    return path.read_text().strip() if path.exists() else None


def _store_identity(storage: Storage, identity: str) -> None:
    path, objects = storage.directory / FILE, storage.objects()
    write_durably(path, f"{identity}\n".encode())
    if objects is not None:
        objects.put(FILE, path)

"""Databases that keep a catalog for several machines. Nothing here is specific to basketball."""

from tipoff.catalogs.lease import LeaseLost, holding
from tipoff.catalogs.postgresql import PostgreSQLCatalog

__all__ = ["LeaseLost", "PostgreSQLCatalog", "holding"]

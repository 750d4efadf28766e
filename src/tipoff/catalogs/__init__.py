"""Databases that keep a catalog for several machines. They know nothing of basketball."""

from tipoff.catalogs.lease import LeaseLost, holding
from tipoff.catalogs.postgresql import PostgreSQLCatalog

__all__ = ["LeaseLost", "PostgreSQLCatalog", "holding"]

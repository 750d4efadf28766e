"""The catalog: a small transactional database that records which files, rows and runs exist."""

from tipoff.kernel.catalog.connection import Catalog
from tipoff.kernel.catalog.entries import BadRow, CheckResult, Entry, PayloadEntry
from tipoff.kernel.catalog.ledger import ALWAYS, Ledger
from tipoff.kernel.catalog.sqlite import SQLiteCatalog

__all__ = [
    "ALWAYS",
    "BadRow",
    "Catalog",
    "CheckResult",
    "Entry",
    "Ledger",
    "PayloadEntry",
    "SQLiteCatalog",
]

"""Helpers for reading JSON, CSV and files, with precise error messages."""

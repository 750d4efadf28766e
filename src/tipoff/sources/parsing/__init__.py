"""Helpers that read JSON and CSV and name what is wrong with them."""

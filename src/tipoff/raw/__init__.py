"""Typed tables with one row for each row of a payload, under the domain's own column names."""

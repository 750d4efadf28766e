"""Typed rows, one for each row of a payload, under the domain's own names."""

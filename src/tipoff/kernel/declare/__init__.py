"""Declarations of tables: their schemas, their functions, and the graph that signatures form."""

"""Declare, plan, compute, check, commit and roll back tables. Nothing here is about basketball."""

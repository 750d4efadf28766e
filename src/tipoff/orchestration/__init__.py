"""Tipoff in Dagster: assets, checks, schedules and sensors over what the command line calls.

``plan`` says without Dagster what there is; ``definitions`` hands it to Dagster (extra
``dagster``). Nothing here opens a home for writing: all goes through ``app.runs`` and
``operations.day``, and so through their locks and gates.
"""

"""Tipoff in Dagster: assets, checks, schedules and sensors on top of the application.

``plan`` describes them without importing Dagster; ``definitions`` passes them to Dagster (extra
``dagster``). This package never opens a home for writing: everything goes through ``app.runs`` and
``operations.day``, and thus through their locks and gates.
"""

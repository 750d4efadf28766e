"""Scores with their intervals, baselines, calibration and plots."""

"""Models, distributions, prices and grading."""

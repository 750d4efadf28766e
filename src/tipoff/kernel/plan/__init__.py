"""Plans: the dates and payloads that a run has to work on, and the reasons."""

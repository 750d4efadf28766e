"""Training rows, monthly training, the leak detector and promotion gates."""

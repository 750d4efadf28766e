"""Windows over the past: the one way anything reads what happened before a game."""

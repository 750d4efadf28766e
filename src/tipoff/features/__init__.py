"""Features of each coming game, as known just before its tip-off."""

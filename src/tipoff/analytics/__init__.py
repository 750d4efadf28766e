"""Facts of each game: what teams and players did, who was absent, and who may play next."""

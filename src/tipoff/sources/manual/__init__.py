"""Input by people: lines, name settlements and model promotions."""

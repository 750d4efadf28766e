"""What the home says of itself: status, and what became of each price and feed game."""

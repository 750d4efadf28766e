"""What was knowable of each coming game just before its tip-off."""

"""What people state themselves: lines, name settlements and promotions."""

"""What the fault tests stand on: homes to compare, injected faults, children, power loss."""

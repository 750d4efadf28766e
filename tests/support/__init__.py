"""Support for the fault tests: homes to compare, injected faults, child processes, power loss."""

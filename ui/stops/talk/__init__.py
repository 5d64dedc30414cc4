"""The parts of stop 2: the box, what sticks above it, what was heard."""

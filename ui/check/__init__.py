"""The parts of stop 6: before, now, and the verdict."""

"""The parts of stop 8: what may be told, to whom, and the year."""

"""The parts of stop 5: the sheet of a plan, and what stands beside it."""

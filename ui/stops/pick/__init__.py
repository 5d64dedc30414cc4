"""The parts of stop 4: candidates, slots, and who decides."""

"""The parts of stop 7: six headings that are no persons, and the answer."""

"""The check sheet of stop 6, typed back from paper."""

"""Stop 4."""

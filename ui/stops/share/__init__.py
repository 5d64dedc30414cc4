"""Stop 8."""

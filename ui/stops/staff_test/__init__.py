"""Stop 7."""

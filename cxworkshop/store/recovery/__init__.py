"""Reading what is left of a damaged file."""

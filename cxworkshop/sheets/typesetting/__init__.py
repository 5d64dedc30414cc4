"""Shaped text in any script."""

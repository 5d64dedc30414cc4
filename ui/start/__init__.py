"""The start page and recent workshops."""

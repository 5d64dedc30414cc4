"""The Print page and its parts."""

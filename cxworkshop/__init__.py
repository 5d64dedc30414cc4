"""The loop, its rules, its file and its printed sheets. Knows nothing of screens."""

__version__ = "0.1.0"  # as in pyproject.toml

"""The loop, its rules, its file and its printed sheets. Knows nothing of screens."""

"""The command line, one module a stop."""

"""The office's PostgreSQL database; nothing else of the program speaks to a server."""

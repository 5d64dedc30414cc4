"""The timer: what counts, its bar on the Desk, and its soft chime."""

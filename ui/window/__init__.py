"""The window: its bar, the rail, the footer, and opening and saving a workshop."""

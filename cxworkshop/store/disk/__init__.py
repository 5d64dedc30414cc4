"""The file on disk: locking, saving, sessions and backups."""

"""The import page: how a file was read, what is taken of it, and all of it to look at."""

"""Forgetting on the whole laptop: which copies are one workshop's, and what must not be in them."""

"""One screen a stop, under the same name as its core module."""

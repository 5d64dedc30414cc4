"""Offline suggestions: never more than that, a person decides."""

"""Rows, edits and undo in the open database."""

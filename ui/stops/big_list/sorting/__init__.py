"""Sorting one by one (F8): one card large, the groups as letters."""

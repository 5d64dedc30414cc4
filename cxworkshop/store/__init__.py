"""The workshop file. Only these modules know SQL."""

"""The workshop for other programs: as plain values, and as the bytes of files."""

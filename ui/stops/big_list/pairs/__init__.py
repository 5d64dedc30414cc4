"""Cards that look the same, side by side: Same, Different or Opposite."""

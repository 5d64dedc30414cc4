"""Words in, results out: files that people bring and take away."""

"""What is only painted, for screen readers and whoever works the program through them."""

"""What no single stop owns."""

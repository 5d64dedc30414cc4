"""The eight stops, one module each; none knows another."""

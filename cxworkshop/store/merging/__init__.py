"""Two copies of one workshop, worked on apart, become one again."""

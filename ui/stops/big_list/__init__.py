"""Stop 3: the big list as a board and as a tree."""

"""Search gathers: the cards that were found, on a panel above the list."""

"""Pages, blocks, cards and labels."""

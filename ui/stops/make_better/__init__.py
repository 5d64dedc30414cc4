"""The plan of one pick, as it stands on paper and as it is written on the screen."""

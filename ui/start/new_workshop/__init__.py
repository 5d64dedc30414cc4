"""The page that asks for a new workshop."""

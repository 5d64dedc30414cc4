"""The board of cards: columns on a graphics scene, with a mouse drag of its own."""

"""How the window looks: tokens, fonts, the style sheet and what is painted by hand."""

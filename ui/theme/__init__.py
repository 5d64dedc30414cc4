"""The look of the program: tokens, fonts, the style sheet and custom painting."""

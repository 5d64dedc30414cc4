"""The printed sheets. Only these modules know reportlab."""

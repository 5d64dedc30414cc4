"""What a sheet, the poster or the Wall says, as plain values."""

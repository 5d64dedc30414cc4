"""Questions that several stops ask of the open workshop. Nothing here writes."""

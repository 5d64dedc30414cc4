"""The parts of stop 2: the input area, the sidebar, and their actions."""

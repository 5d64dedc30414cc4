"""The screens. They ask `cxworkshop.workshop` and redraw from its changes."""

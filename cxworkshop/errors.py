"""One class for each refusal, worded for the room. Nothing has been changed when one is raised."""

from __future__ import annotations


class Refusal(Exception):
    """A person asked for something that can't be done; `str()` is the sentence they read."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence

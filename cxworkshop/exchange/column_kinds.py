"""What a column of a table may hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ColumnKind(StrEnum):
    """What a column holds."""

    EMPTY = "empty"
    ANSWER = "answer"
    REPLY = "our own answers"
    ACTIONS = "our own steps"
    HEADLINE = "title of an answer"
    TRANSLATION = "translation"
    THING = "name of a thing"
    PERSONAL = "personal"
    DATE = "date"
    SCORE = "score"
    ID = "id"
    CHOICE = "choice"
    QUESTION = "question"
    RESPONDENT = "respondent"
    CUSTOMER_KIND = "kind of customer"
    ASKED_BY = "asked by"
    SPEAKER = "customer or us"


@dataclass(frozen=True)
class TableColumn:
    """One column: its number from 0, its title, what it asks, and what it seems to hold.

    `is_sure` is False where a person should say whether its words are answers.
    """

    number: int
    title: str
    kind: ColumnKind
    asks: str = ""
    is_sure: bool = True

"""How full a workshop is, measured by the limits."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cxworkshop.i18n import _
from cxworkshop.limits import (
    BYTES_OF_AN_ANSWER,
    MB,
    MOST_ANSWERS,
    MOST_BYTES,
    PAGE_BYTES,
    WARN_FROM,
    TooManyAnswers,
    WorkshopFull,
)
from cxworkshop.model import ImportAside, Verbatim
from cxworkshop.store.tables.query import StoreReader


def answers_in(store: StoreReader) -> int:
    """How many answers it holds, with those that an import set aside.

    One that was brought back has a verbatim, and counts once.
    """
    return store.count(Verbatim) + store.count(ImportAside, brought_back=None)


def refuse_without_room(store: StoreReader, answers: Collection[str]) -> None:
    """Refuse so many more answers, with these words, before anything is written.

    Raises TooManyAnswers and WorkshopFull.
    """
    refuse_more(store, len(answers), bytes_of(answers))


def refuse_more(store: StoreReader, answers: int, size: int) -> None:
    """Refuse so many more answers, which take `size` bytes; raises TooManyAnswers, WorkshopFull."""
    refuse_too_many(answers, answers_in(store))
    if answers > 1:
        refuse_too_large(size, store.size)


def bytes_of(answers: Iterable[str]) -> int:
    """What answers take in the file."""
    return sum(map(_bytes_of, answers))


def refuse_too_many(more: int, there: int) -> None:
    """Refuse so many more answers than are there; raises TooManyAnswers."""
    if not has_room_for(more, there):
        raise TooManyAnswers(more, there, MOST_ANSWERS)


def refuse_too_large(more: int, there: int) -> None:
    """Refuse answers that take so many more bytes than are there; raises WorkshopFull."""
    if not has_room_for_bytes(more, there):
        raise WorkshopFull((there + more) / MB, MOST_BYTES / MB)


def has_room_for_bytes(more: int, there: int) -> bool:
    """Whether so many more bytes than are there would not be too many."""
    return there + more <= MOST_BYTES


def has_room_for(more: int, there: int) -> bool:
    """Whether so many more answers than are there would not be too many."""
    return there + more <= MOST_ANSWERS


def _bytes_of(words: str) -> int:
    """What an answer takes in the file, rather too much than too little."""
    size = len(words.encode(errors="surrogatepass"))
    return BYTES_OF_AN_ANSWER + size + (PAGE_BYTES if size > PAGE_BYTES // 6 else 0)


def room_warning(store: StoreReader) -> str:
    """A sentence from half of a limit on, else ""."""
    there = answers_in(store)
    if there >= MOST_ANSWERS * WARN_FROM:
        text = _(
            "This workshop holds {n} answers; {most} are the most. "
            "Before then, begin a new one: the old one can always be opened."
        )
        return text.format(n=f"{there:,}", most=f"{MOST_ANSWERS:,}")
    if store.size >= MOST_BYTES * WARN_FROM:
        text = _(
            "This workshop takes {size} MB; from {most} MB on nothing more can be imported. "
            "Before then, begin a new one: the old one can always be opened."
        )
        return text.format(size=round(store.size / MB), most=round(MOST_BYTES / MB))
    return ""

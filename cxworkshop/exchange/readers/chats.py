"""Chats and subtitles: messages that begin with a time and who wrote or said them.

As WhatsApp and Zoom export them, and subtitles (WebVTT, SubRip) of a recorded talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from cxworkshop.exchange.readers.speakers import Turn, speaker_name

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0\u202f]?[apAP]\.?[ \u00a0\u202f]?[mM]\.?)?"
_STAMP = re.compile(
    rf"\W*\[(?P<day1>{_DAY}),? +{_TIME}\]\s*"  # WhatsApp on a phone by Apple
    rf"|\W*(?P<day2>{_DAY}),? +(?:um |at |à )?{_TIME}\s+[-–]\s+"  # on another
    rf"|\s*{_TIME}\s+(?:From|Von|De|Van|Da|Från|Fra)\s+(?=\S)"  # Zoom
)
_WHO = re.compile(r"(?P<who>[^\n:：]{1,60}?)\s{0,9}[:：]\s*+(?P<words>\S.*)", re.DOTALL)
_TO = re.compile(r"\s+(?:to|an|à|a|aan|til|till)\s+.*$", re.IGNORECASE)
_CUE = re.compile(r"\s*(?:\d+:)?\d\d:\d\d[.,]\d{3}\s+-->\s+(?:\d+:)?\d\d:\d\d[.,]\d{3}")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<who>[^<>]{1,60})>\s*(?P<words>.*)", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]*>")
_NO_WORDS = re.compile(
    r"\W*(?:<[^<>\n]{1,80}>|(?:image|video|audio|sticker|document|gif|photo|bild|foto|imagen|vídeo"
    r"|contact card|sprachnachricht|dokument)\w* (?:omitted|weggelassen|omitid[oa]|absente?"
    r"|weggelaten|ausgeschlossen|utelämnad|udeladt|utelatt)|this message was deleted"
    r"|you deleted this message|diese nachricht wurde gelöscht|ce message a été supprimé"
    r"|se eliminó este mensaje|dit bericht is verwijderd)\W*",
    re.IGNORECASE,
)
_FEWEST = 2  # messages
_MOSTLY = 0.4  # of the lines begin a message; others go on with it
_LOOK_AT = 200
_LONG = 500  # characters of a line that show whether it begins a message


@dataclass(frozen=True)
class _GrowingTurn:
    """A turn whose words go on in later lines."""

    line: int
    who: str
    pieces: list[str]
    day: str

    def joined(self, between: str) -> Turn:
        return Turn(self.line, self.who, between.join(self.pieces), self.day)


def chat_turns(text: str) -> tuple[list[Turn], int] | None:
    """Who wrote what, and how many lines hold nobody's words; None if the text is no chat."""
    lines = text.lstrip("\ufeff").splitlines()
    begun = [line[:_LONG] for line in islice(filter(str.strip, lines), _LOOK_AT)]
    if sum(map(bool, map(_CUE.match, begun))) >= _FEWEST:
        return _spoken(lines), 0
    stamped = sum(map(bool, map(_STAMP.match, begun)))
    if stamped < max(_FEWEST, _MOSTLY * len(begun)) or not _STAMP.match(begun[0]):
        return None
    return _written(lines)


def _written(lines: Sequence[str]) -> tuple[list[Turn], int]:
    """The messages of a chat; those of the program itself name nobody."""
    turns: list[_GrowingTurn] = []
    is_open, without = False, 0
    for number, line in enumerate(lines, start=1):
        stamp = _STAMP.match(line)
        if stamp is None:
            if is_open and line.strip():
                turns[-1].pieces.append(line.strip())
            continue
        named = _WHO.match(line[stamp.end() :])
        is_open = named is not None and not _NO_WORDS.fullmatch(named["words"])
        if named is None or not is_open:
            without += 1
            continue
        who = speaker_name(_TO.sub("", named["who"]))
        day = stamp["day1"] or stamp["day2"] or ""
        turns.append(_GrowingTurn(number, who, [named["words"].strip()], day))
    return [turn.joined("\n") for turn in turns], without


def _spoken(lines: Sequence[str]) -> list[Turn]:
    """The turns of subtitles: a sentence runs over several of them."""
    turns: list[_GrowingTurn] = []
    for turn in _cues(lines):
        if turns and turn.who in ("", turns[-1].who):
            turns[-1].pieces.append(turn.words)
        else:
            turns.append(_GrowingTurn(turn.line, turn.who, [turn.words], turn.day))
    return [turn.joined(" ") for turn in turns]


def _cues(lines: Sequence[str]) -> Iterator[Turn]:
    """Each subtitle, and who says it where that is written."""
    is_open = False
    for number, line in enumerate(lines, start=1):
        if _CUE.match(line):
            is_open = True
        elif not line.strip():
            is_open = False
        elif is_open:
            named = _VOICE.match(line) or _WHO.match(line)
            who = speaker_name(named["who"]) if named else ""
            words = _TAG.sub("", named["words"] if named else line).strip()
            if words:
                yield Turn(number, who, words)

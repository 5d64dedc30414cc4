"""The labels and cards that we know, by their makers' codes. Imports no library."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _, n_, with_commas
from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A4, LETTER, Paper

_KNOWN = (
    LabelProfile(
        slug="a4-95x65",
        title=n_("A4, plain paper to cut: 8 cards of 95 × 65 mm"),
        paper=A4,
        columns=2,
        rows=4,
        width=95,
        height=65,
        left=10,
        top=18.5,
        to_cut=True,
    ),
    LabelProfile(
        slug="letter-89x51",
        title=n_("Letter, plain paper or Avery 5371 to tear: 10 cards of 3½ × 2 in"),
        paper=LETTER,
        columns=2,
        rows=5,
        width=88.9,
        height=50.8,
        left=19.05,
        top=12.7,
        to_cut=True,
        codes=("5371", "5911", "8371", "8871"),
    ),
    LabelProfile(
        slug="letter-95x63",
        title=n_("Letter, plain paper to cut: 8 cards of 95 × 63.5 mm"),
        paper=LETTER,
        columns=2,
        rows=4,
        width=95,
        height=63.5,
        left=12.95,
        top=12.7,
        to_cut=True,
    ),
    LabelProfile(
        slug="a4-85x54",
        title=n_("A4, Avery Zweckform 32015: 8 cards of 85 × 54 mm"),
        paper=A4,
        columns=2,
        rows=4,
        width=85,
        height=54,
        left=17,
        top=31.5,
        gap_across=6,
        gap_down=6,
        codes=("32015", "C9312"),
    ),
    LabelProfile(
        slug="a4-85x54-10",
        title=n_("A4, Avery Zweckform C32011: 10 cards of 85 × 54 mm"),
        paper=A4,
        columns=2,
        rows=5,
        width=85,
        height=54,
        left=15,
        top=13.5,
        gap_across=10,
        codes=("C32011", "C32010", "C9362"),
    ),
    LabelProfile(
        slug="a4-99x38",
        title=n_("A4, Avery L7163: 14 labels of 99.1 × 38.1 mm"),
        paper=A4,
        columns=2,
        rows=7,
        width=99.1,
        height=38.1,
        left=4.65,
        top=15.15,
        gap_across=2.5,
        codes=("L7163", "J8163", "C2163"),
    ),
    LabelProfile(
        slug="a4-99x68",
        title=n_("A4, Avery L7165: 8 labels of 99.1 × 67.7 mm"),
        paper=A4,
        columns=2,
        rows=4,
        width=99.1,
        height=67.7,
        left=4.65,
        top=13.1,
        gap_across=2.5,
        codes=("L7165", "J8165", "C2165"),
    ),
    LabelProfile(
        slug="a4-64x38",
        title=n_("A4, Avery L7160: 21 labels of 63.5 × 38.1 mm"),
        paper=A4,
        columns=3,
        rows=7,
        width=63.5,
        height=38.1,
        left=7.2,
        top=15.15,
        gap_across=2.55,
        codes=("L7160", "J8160", "C2160"),
    ),
    LabelProfile(
        slug="a4-76x76",
        title=n_("A4, Post-it notes on a carrier sheet: 6 of 76 × 76 mm"),
        paper=A4,
        columns=2,
        rows=3,
        width=76,
        height=76,
        left=23,
        top=22.5,
        gap_across=12,
        gap_down=12,
        codes=("76x76",),
        is_carrier=True,
    ),
    LabelProfile(
        slug="letter-76x76",
        title=n_("Letter, Post-it notes on a carrier sheet: 6 of 3 × 3 in"),
        paper=LETTER,
        columns=2,
        rows=3,
        width=76.2,
        height=76.2,
        left=25.75,
        top=15.4,
        gap_across=12,
        gap_down=10,
        codes=("3x3",),
        is_carrier=True,
    ),
    LabelProfile(
        slug="letter-127x76",
        title=n_("Letter, Avery 5388: 3 index cards of 5 × 3 in"),
        paper=LETTER,
        columns=1,
        rows=3,
        width=127,
        height=76.2,
        left=44.45,
        top=25.4,
        codes=("5388",),
    ),
    LabelProfile(
        slug="letter-67x25",
        title=n_("Letter, Avery 5160: 30 labels of 2⅝ × 1 in"),
        paper=LETTER,
        columns=3,
        rows=10,
        width=66.675,
        height=25.4,
        left=4.7625,
        top=12.7,
        gap_across=3.175,
        codes=("5160", "5260", "8160", "5960"),
    ),
    LabelProfile(
        slug="letter-102x51",
        title=n_("Letter, Avery 5163: 10 labels of 4 × 2 in"),
        paper=LETTER,
        columns=2,
        rows=5,
        width=101.6,
        height=50.8,
        left=3.96875,
        top=12.7,
        gap_across=4.7625,
        codes=("5163", "5263", "8163", "5963"),
    ),
)
PROFILES = {profile.slug: profile for profile in _KNOWN}
_MAKERS = re.compile(r"avery|zweckform|post-?it|[\s_-]")  # what may stand around a code
_BY_CODE = {
    _MAKERS.sub("", name.casefold()): profile
    for profile in _KNOWN
    for name in (profile.slug, *profile.codes)
}
_LEAST_TO_WRITE = 30.0  # mm
_LEAST_FOR_CODES = 30.0  # mm
_SIX = (2, 3)  # across and down plain paper
_USUAL = {A4.name: "a4-95x65", LETTER.name: "letter-89x51"}
_EIGHT = {A4.name: "a4-95x65", LETTER.name: "letter-95x63"}  # plain paper, eight on a page


def profile_for(wanted: PrintOptions) -> LabelProfile:
    """Return the requested profile or the paper's default; raises BadWords as `requested` does."""
    return requested(wanted) or _without_stock(wanted.paper, _USUAL)


def wall_profile(wanted: PrintOptions) -> LabelProfile:
    """The profile of `profile_for`, for cards that may have a code for a camera.

    Raises BadWords as that does, and for labels on which number and code have no room.
    """
    found = profile_for(wanted)
    if wanted.codes and found.height < _LEAST_FOR_CODES:
        sentence = _("{title}. They are too small for codes: choose larger ones, or plain paper.")
        raise BadWords(sentence.format(title=_(found.title)))
    return found


def eight_up(wanted: PrintOptions) -> LabelProfile:
    """Return the requested profile or eight on plain paper; raises BadWords as `requested` does."""
    return requested(wanted) or _without_stock(wanted.paper, _EIGHT)


def to_write_on(wanted: PrintOptions) -> LabelProfile:
    """Return the requested profile or six on plain paper.

    Raises BadWords as `requested` does, and if the labels are too small for handwriting.
    """
    found = requested(wanted) or plain(wanted.paper, *_SIX)
    if found.height < _LEAST_TO_WRITE:
        sentence = _("{title}. They are too small to write on: choose larger ones, or plain paper.")
        raise BadWords(sentence.format(title=_(found.title)))
    return found


def requested(wanted: PrintOptions) -> LabelProfile | None:
    """The profile of the labels in the printer, None for plain paper.

    Raises BadWords for labels that we don't know, and for those that are not on the paper.
    """
    found = profile_called(wanted.profile)
    if found and found.paper.name != wanted.paper.name:
        sentence = _(
            "{title}. This would be printed on {paper}: choose the paper {other}, or cards and "
            "labels on {paper}."
        )
        words = {"title": _(found.title), "paper": wanted.paper.name, "other": found.paper.name}
        raise BadWords(sentence.format(**words))
    return found


def profile_called(name: str) -> LabelProfile | None:
    """The profile of this slug or maker's code, in any case and with or without the maker.

    None for an empty name; raises BadWords for one that we don't know.
    """
    code = _MAKERS.sub("", name.casefold())
    if not code and not name.strip():
        return None
    if code not in _BY_CODE:
        sentence = _("We know no cards or labels called “{name}”. Choose one of these: {known}.")
        known = ((*each.codes, each.slug)[0] for each in _KNOWN)
        raise BadWords(sentence.format(name=quoted(name), known=with_commas(known)))
    return _BY_CODE[code]


def _without_stock(paper: Paper, slugs: Mapping[str, str]) -> LabelProfile:
    """The profile for this paper, laid out anew if the paper will be enlarged."""
    usual = PROFILES[slugs.get(paper.name, slugs[A4.name])]
    is_usual = (usual.paper.width, usual.paper.height) == (paper.width, paper.height)
    return usual if is_usual else plain(paper, usual.columns, usual.rows)

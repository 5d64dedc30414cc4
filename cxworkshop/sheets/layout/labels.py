"""Label and card formats: how many fit a page, their size and place. Imports no library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _, n_
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A4, LETTER, Paper

Spot = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True, kw_only=True)
class LabelProfile:
    """Columns and rows of equal cards, in millimetres from the top left corner of the paper.

    `to_cut` is plain paper with cut marks; die-cut labels have none.
    """

    slug: str
    title: str
    paper: Paper
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_across: float = 0.0
    gap_down: float = 0.0
    to_cut: bool = False

    @property
    def count(self) -> int:
        return self.columns * self.rows

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The box of each card, row by row."""
        across, down = self.width + self.gap_across, self.height + self.gap_down
        return tuple(
            (self.left + column * across, self.top + row * down, self.width, self.height)
            for row in range(self.rows)
            for column in range(self.columns)
        )

    @property
    def backs(self) -> tuple[Spot, ...]:
        """The box of each card's back when the sheet is turned over its long edge."""
        return tuple(
            (self.paper.width - left - width, top, width, height)
            for left, top, width, height in self.spots
        )

    @property
    def edges(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Positions of the vertical and of the horizontal cuts."""
        down = {edge for left, _t, width, _h in self.spots for edge in (left, left + width)}
        across = {edge for _l, top, _w, height in self.spots for edge in (top, top + height)}
        return tuple(sorted(down)), tuple(sorted(across))


PROFILES = {
    profile.slug: profile
    for profile in (
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
            title=n_("Letter, plain paper or cards to tear: 10 of 3½ × 2 in"),
            paper=LETTER,
            columns=2,
            rows=5,
            width=88.9,
            height=50.8,
            left=19.05,
            top=12.7,
            to_cut=True,
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
            title=n_("A4, stamped: 8 cards of 85 × 54 mm"),
            paper=A4,
            columns=2,
            rows=4,
            width=85,
            height=54,
            left=17,
            top=31.5,
            gap_across=6,
            gap_down=6,
        ),
        LabelProfile(
            slug="a4-99x38",
            title=n_("A4, labels: 14 of 99.1 × 38.1 mm"),
            paper=A4,
            columns=2,
            rows=7,
            width=99.1,
            height=38.1,
            left=4.65,
            top=15.15,
            gap_across=2.5,
        ),
        LabelProfile(
            slug="letter-127x76",
            title=n_("Letter, index cards: 3 of 5 × 3 in"),
            paper=LETTER,
            columns=1,
            rows=3,
            width=127,
            height=76.2,
            left=44.45,
            top=25.4,
        ),
    )
}
_SIDES, _ENDS = 10.0, 14.0  # margins outside the cuts of plain paper
_USUAL = {A4.name: "a4-95x65", LETTER.name: "letter-89x51"}
_EIGHT = {A4.name: "a4-95x65", LETTER.name: "letter-95x63"}  # plain paper, eight on a page


def profile_for(wanted: PrintOptions) -> LabelProfile:
    """Return the requested profile or the paper's default; raises BadWords for an unknown one."""
    return _requested(wanted) or _without_stock(wanted.paper, _USUAL)


def eight_up(wanted: PrintOptions) -> LabelProfile:
    """Return the requested profile or eight on plain paper; raises BadWords."""
    return _requested(wanted) or _without_stock(wanted.paper, _EIGHT)


def plain(paper: Paper, columns: int, rows: int) -> LabelProfile:
    """Make a profile of plain paper to cut into equal cards."""
    return LabelProfile(
        slug="",
        title="",
        paper=paper,
        columns=columns,
        rows=rows,
        width=(paper.width - 2 * _SIDES) / columns,
        height=(paper.height - 2 * _ENDS) / rows,
        left=_SIDES,
        top=_ENDS,
        to_cut=True,
    )


def _without_stock(paper: Paper, slugs: Mapping[str, str]) -> LabelProfile:
    """The profile for this paper, laid out anew if the paper will be enlarged."""
    usual = PROFILES[slugs.get(paper.name, slugs[A4.name])]
    is_usual = (usual.paper.width, usual.paper.height) == (paper.width, paper.height)
    return usual if is_usual else plain(paper, usual.columns, usual.rows)


def _requested(wanted: PrintOptions) -> LabelProfile | None:
    slug = wanted.profile.strip().casefold()
    if slug and slug not in PROFILES:
        sentence = _("We know no cards or labels called “{name}”. Choose one of these: {known}.")
        raise BadWords(sentence.format(name=quoted(wanted.profile), known=", ".join(PROFILES)))
    return PROFILES.get(slug)

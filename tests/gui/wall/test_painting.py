"""The Wall in pixels: large text is kept letter by letter, and only what changes is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cxworkshop.timer import Timer
from ui.theme import text_layout
from ui.theme.text_layout import TextLayout
from ui.wall.pages import STRIP, WallFrame
from ui.wall.scene import WallPage, text, wall_font
from ui.wall.timer_strip import with_timer
from ui.wall.tokens import BRIGHT_ROOM, PROMISE, SAID_LARGE, TITLE

SIZE = (1920, 1080)
SENTENCES = (
    ("The queue [at our counter] took forty minutes.", SAID_LARGE),
    ("אני מחכה כבר שעה, AVATAR fi", PROMISE),
    ("Letters that no font has: \U0001f9ff \U00013000 \U00012345, and a word", TITLE),
)


def page_of_sentences(frame: WallFrame) -> WallPage:
    blocks = [text(words, style, 800) for words, style in SENTENCES]
    return frame.page(*((block, 90.4, 60 + 280 * n) for n, block in enumerate(blocks)))


def picture(page: WallPage, *, zoom: int = 2) -> QImage:
    image = QImage(SIZE[0] * zoom, SIZE[1] * zoom, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter, QRectF(image.rect()), BRIGHT_ROOM)
    painter.end()
    return image


def small(image: QImage) -> list[int]:
    """The brightness in squares of sixteen pixels: a letter elsewhere would be seen in it."""
    little = image.smoothScaled(image.width() // 16, image.height() // 16)
    little.convertTo(QImage.Format.Format_Grayscale8)
    return [
        QColor(little.pixel(x, y)).lightness()
        for y in range(little.height())
        for x in range(little.width())
    ]


def test_large_text_is_where_qt_would_paint_it_in_every_script(app, monkeypatch):
    page = page_of_sentences(WallFrame.of(*SIZE, 40))
    ours = small(picture(page))
    monkeypatch.setattr(text_layout, "is_large", lambda *_given: False)
    theirs = small(picture(page))
    assert max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) < 24
    assert min(ours) < 160  # there is something


def test_words_after_an_emoji_are_cut_into_lines_whole(app):
    words = "\U0001f600 \U0001f600 took forty minutes, far too long for my mother"
    lines = TextLayout(words, wall_font(SAID_LARGE), SAID_LARGE.line).lines(400)
    assert len(lines) > 2
    assert " ".join(lines) == words


def test_a_second_of_the_timer_changes_the_foot_and_nothing_else(app):
    frame = WallFrame.of(*SIZE, 40).above(STRIP)
    page = page_of_sentences(frame)
    timer = Timer(seconds=600, began=0.0)
    before, after = (with_timer(page, frame, timer, now) for now in (10.0, 11.0))
    assert after.changed_since(before).top() >= frame.height
    assert after.changed_since(after).isNull()


def test_a_part_that_is_painted_again_is_as_if_all_were(app):
    frame = WallFrame.of(*SIZE, 40).above(STRIP)
    timer = Timer(seconds=600, began=0.0)
    page = page_of_sentences(frame)
    before, after = (with_timer(page, frame, timer, now) for now in (10.0, 400.0))
    image = picture(before, zoom=1)
    painter = QPainter(image)
    part = after.changed_since(before).adjusted(-40, -40, 40, 40) & QRectF(image.rect())
    after.paint(painter, QRectF(image.rect()), BRIGHT_ROOM, part)
    painter.end()
    assert image == picture(after, zoom=1)

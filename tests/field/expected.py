"""The right result of each file of tests/files/field, as a person would bring it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Expected:
    """Header rows, answer columns from 0, customers, and pieces; or the refusal's class.

    `persons` are the lines in which somebody can be recognized; `begins` is how some of the words
    on cards begin; `notes` are parts of what the plan says;
    `offered` are columns that it leaves out but asks about.
    """

    header: int = 1
    answers: tuple[int, ...] = ()
    customers: int = 0
    cards: int = 0
    praise: int = 0
    aside: int = 0
    begins: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    offered: tuple[int, ...] = ()
    persons: tuple[int, ...] = ()
    refusal: str = ""


EXPECTED: dict[str, Expected] = {
    "F01_surveymonkey_two_rows_rating.csv": Expected(
        2, (7, 8), 4, 6, begins=("The queue at the till", "I only came once", "Ask my wife")
    ),
    "F02_surveymonkey_one_span.csv": Expected(
        2, (1, 3), 4, 5, begins=("In a neighbour's car", "The doors are heavy")
    ),
    "F03_tsv_literal_quote.tsv": Expected(
        1, (1,), 4, 4, begins=('"Friendly" is not the word for the desk on Mondays',)
    ),
    "F04_no_header_iso_datetime.csv": Expected(
        0, (3,), 4, 4, begins=("They took my laptop", "Three weeks", "I wrote four"), offered=(2,)
    ),
    "F05_own_replies_beside_reviews.csv": Expected(1, (2,), 4, 4, notes=("our own answers",)),
    "F05b_play_console_utf16.csv": Expected(1, (7,), 3, 3, notes=("our own answers",)),
    "F06_one_author_many_comments.csv": Expected(1, (2,), 2, 4),
    "F07_product_name_taken_as_words.csv": Expected(1, (5,), 4, 4),
    "F08_survey_summary_one_sheet.csv": Expected(refusal="OnlyASummary"),
    "F09_crosstab.csv": Expected(refusal="OnlyASummary"),
    "F10_short_open_ended.csv": Expected(2, (1,), 6, 6, begins=("Parking", "Signs")),
    "F11_html_entities.csv": Expected(
        1,
        (1, 2),
        3,
        6,
        begins=(
            "It wasn't clear where to pay & nobody helped",
            "More seats\nless music",
            "Kind <3 but rushed",
            "Fine people",
            'Ask for "Joe"',
        ),
        persons=(5,),
    ),
    "F12_false_alarm_lines_look_like_rows.csv": Expected(1, (0,), 3, 3),
    "F13_duplicate_headers.csv": Expected(1, (1, 3, 4), 3, 7),
    "F14_limesurvey_vv.txt": Expected(2, (3,), 3, 3),
    "F15_retro_wide.csv": Expected(
        1, (0, 1), 3, 3, 2, begins=("Too many meetings", "Nobody answers", "Builds take")
    ),
    "F16_anki_header.txt": Expected(0, (0,), 4, 4, begins=("The queue is long", "I get no")),
    "F17_excel_sep_semicolon_cp1252.csv": Expected(
        1, (1,), 3, 3, begins=("Die Tür klemmt – seit", "„Gleich“ heißt bei Ihnen")
    ),
    "F18_msforms.csv": Expected(1, (6,), 3, 3),
    "F19_unquoted_linebreak.csv": Expected(
        1, (2,), 4, 4, begins=("First the heating\nthen the light",), notes=("line 2",)
    ),
    "F20_backslash_escapes.csv": Expected(
        1,
        (1,),
        3,
        3,
        begins=('He said "come back tomorrow" and left', "First line\nSecond line of mine"),
        notes=("ackslash",),
    ),
    "F21_very_long.csv": Expected(1, (1,), 2, 2, aside=1),
    "F22_rtl_emoji.csv": Expected(1, (1,), 3, 3),
    "F23_hash_rows.csv": Expected(1, (0,), 3, 3, begins=("#1 thing: answer", "#fail your")),
    "F25_cp932_few_bytes.csv": Expected(
        1, (2,), 4, 4, begins=("The café closes too early", "Nobody smiles – not even")
    ),
    "I01_unquoted_commas.csv": Expected(
        1,
        (1,),
        6,
        6,
        begins=("Bread, milk, eggs, cheese and a basket", "Rude at the till, always"),
        notes=("lines 3, 5",),
    ),
    "I02_first_row_empty.csv": Expected(1, (1,), 3, 3),
    "I03_shift_jis.csv": Expected(1, (1,), 3, 3),
    "I04_utf16_tab_excel_unicode_text.txt": Expected(1, (1,), 3, 3),
    "I05_polish_cp1250.csv": Expected(1, (1,), 3, 3),
    "I06_multiline_quoted.csv": Expected(1, (1,), 3, 3),
    "I07_no_header_semicolon.csv": Expected(0, (3,), 3, 3),
    "I08_wide_na.csv": Expected(refusal="NobodyAnswered"),
    "I09_person_in_words.csv": Expected(1, (1,), 3, 3, persons=(2, 3, 4)),
}

"""Tables as programs really write them: damaged, with doubled titles, in any code page."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.column_kinds import ColumnKind
from cxworkshop.exchange.columns import guess
from cxworkshop.exchange.import_plan import plan
from cxworkshop.exchange.readers import read
from cxworkshop.exchange.refusals import StrangeSigns, TooBig

FILES = Path(__file__).parents[2] / "files" / "imports"
GERMAN = [f"Grüße für schöne Tür Nummer {n}" for n in range(30)]


def words(data: bytes) -> list[str]:
    return [record.cells[0] for record in read(data).body]


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_german_words_are_read_in_any_encoding(code):
    assert words("\n".join(["Antwort", *GERMAN]).encode(code)) == GERMAN


SPOKEN = (
    ("¿Qué pasa? Nadie contesta el teléfono por la mañana", "cp1252"),
    ("¿Qué pasa? Nadie contesta el teléfono por la mañana", "mac_roman"),
    ("Le formulaire est trop long, et personne n’a été là", "cp1252"),
    ("Não informação, ninguém atende às três horas", "cp1252"),
    ("Perché nessuno risponde? È più facile in città", "cp1252"),
    ("Ring før I kommer på lørdag, det gør en forskel", "cp1252"),
    ("Jag väntade för länge på svar, ingen ringde åter", "cp1252"),
    ("Proszę zadzwonić wcześniej, żółty źrebak czekał", "cp1250"),
    ("Příliš dlouho jsem čekal, nikdo mi nezavolal, děkuji", "cp1250"),
    ("Kérem, hívjanak fel előbb, túl hosszú volt az űrlap", "cp1250"),
    ("Lütfen değişiklikten önce arayın, şikâyetim var", "cp1254"),
    ("Één reünie, en niemand belt mij: België", "cp1252"),
    ("Schöne Grüße; le café est déjà là; mañana", "cp1252"),
    ("Prosim, pokličite prej, čakal sem predolgo, žal", "cp1250"),
)


@pytest.mark.parametrize("shape", ["{}\n", '"{}"\n', '"{}";1\n', '1,"{}"\n'])
@pytest.mark.parametrize(("line", "code"), SPOKEN)
def test_each_language_is_read_in_the_page_its_letters_belong_to(line, code, shape):
    table = read((shape.format(line) * 3).encode(code))
    assert table.encoding == code
    assert line in table.records[1].cells


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("อย่าเลื่อนนัดโดยไม่บอก ช่วยโทรมาก่อนด้วยครับ", "cp874"),
        ("Перезвоните, если обещали перезвонить", "cp1251"),
        ("Ξαναπήρα τρεις φορές και κανείς δεν σήκωσε", "cp1253"),
        ("予約の変更を前日までに知らせてほしい", "shift_jis"),
    ],
)
def test_words_of_other_code_pages_are_read(line, code):
    for times in (2, 20):
        data = "\n".join([line] * times).encode(code)
        assert words(data) == [line] * times
        assert any("If they look wrong" in note for note in read(data).notes)


def test_utf_8_with_one_lost_byte_keeps_all_other_letters_and_says_so():
    data = "\n".join(["Antwort", *GERMAN]).encode() + "\nZurück".encode()[:-3]
    table = read(data)
    assert [record.cells[0] for record in table.body][:-1] == GERMAN
    assert "lost" in table.notes[0]


def test_of_two_columns_with_one_title_the_words_are_meant():
    table = read((FILES / "maintainers-one-header-row.csv").read_bytes())
    title = "Would you recommend CNCF to other open source projects, and why?"
    same = [column for column in guess(table) if column.title == title]
    assert [column.kind for column in same] == [ColumnKind.CHOICE, ColumnKind.ANSWER]
    assert choices(table, [title]).answers == (same[1].number,)
    assert choices(table, [str(same[0].number + 1)]).answers == (same[0].number,)


def test_short_words_below_a_title_that_says_answer_are_answers():
    table = read(b"Answer,No\nParking,1\nForms,2\nPhone,3\n")
    assert choices(table).answers == (0,)


def test_words_cut_off_at_a_stray_comma_are_pointed_out():
    rows = "".join(f"{n},Please mend thing number {n} soon,{n % 5}\n" for n in range(20))
    table = read(f"No,Answer,Score\n{rows}21,I waited, and waited,3\n".encode())
    assert [note for note in table.notes if "line 22" in note]


def test_the_header_can_be_moved_and_the_sum_still_adds_up():
    rows = "".join(f"{n},Please mend thing number {n} soon\n" for n in range(20))
    table = read(f"No,Answer\n{rows}".encode())
    moved = table.headed(0, 0)
    assert (len(table.body), len(moved.body)) == (20, 21)
    assert plan(moved, choices(moved, ["2"])).pieces == 21
    assert table.headed(5, 1).titles == ("4", "Please mend thing number 4 soon")


def test_a_file_that_would_fill_the_memory_is_refused():
    line = b"Please mend the door of the shop\n"
    with pytest.raises(TooBig, match="15 MB"):
        read(line * (15_000_000 // len(line) + 1))


def test_letters_under_piles_of_marks_are_refused_in_such_numbers_and_a_joke_is_read():
    piled = "a" + "\u0301" * 90
    assert words(f"Answer\n{piled}b\nMend the door".encode()) == [f"{piled}b", "Mend the door"]
    with pytest.raises(StrangeSigns):
        read("\n".join(["Answer", *[piled * 30] * 9]).encode())

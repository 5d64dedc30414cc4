"""Kinds of files that were once misread, each small, with the right result beside it."""

from __future__ import annotations

import pytest

from cxworkshop.services.import_reading import ImportFile, KnownAnswers, prepare_import

# Columns of answers (None: not told), customers, answers on cards, praise, set aside.
FILES = {
    "short praise that ends in numbers": (
        "Nr;What was good?;What should be better?\n1;Gate 12;The queue in the morning\n"
        "2;Room 204;Nobody cleaned floor 3\n3;Bus 7;It leaves too early\n"
        "4;Counter 3;I waited for 40 minutes\n",
        ((1, 2), 4, 4, 4, 0),
    ),
    "lists of a retrospective in a column": (
        "Spalte;Text\nDas lief gut;Die Übergabe am Morgen klappt\n"
        "Das lief schlecht;Kunden landen in der Schleife\nMaßnahmen;Liste aufhängen\n"
        "Das lief schlecht;Keiner hat die Schlüssel\n",
        ((1,), 3, 2, 1, 1),
    ),
    "start, stop, continue": (
        "category,text\nstart,Tell me the price before you begin\ncontinue,Calling me\n"
        "stop,Sending two bills for one repair\nstop,Closing at noon on Fridays\n",
        ((1,), 4, 3, 1, 0),
    ),
    "polish": (
        "Sygnatura czasowa,Co Ci się podobało?,Co możemy poprawić?\n"
        "2026/03/04,Miła obsługa,Kolejki są za długie w soboty\n"
        "2026/03/05,Czysto,Nikt nie odbiera telefonu\n2026/03/06,Dobre ceny,Brak parkingu\n",
        ((1, 2), 3, 3, 3, 0),
    ),
    "japanese": (
        "タイムスタンプ,年代,良かった点を教えてください,改善してほしい点を教えてください\n"
        "2026/03/04,30代,対応がとても丁寧でした,待ち時間が長すぎます\n"
        "2026/03/05,40代,部屋が静かで清潔でした,駐車場が狭くて入りにくい\n"
        "2026/03/06,60代,朝食がおいしかった,電話がなかなかつながらない\n",
        ((2, 3), 3, 3, 3, 0),
    ),
    "arabic, with replies and numbers of customers": (
        "رقم العميل,التاريخ,الشكوى,رد الشركة\n"
        "1001,2026-01-03,الموظف لم يكن متعاونا معي,نعتذر عن ذلك\n"
        "1002,2026-01-04,تأخر الطلب أكثر من أسبوع,\n"
        "1001,2026-01-05,الفاتورة غير صحيحة,نعتذر منكم\n",
        ((2,), 2, 3, 0, 0),
    ),
    "subjects are no answers": (
        "Product,Issue,Consumer complaint narrative\n"
        "Card,Fees,I was charged a fee for a card that I closed in May\n"
        "Loan,Payment process,They lost my payment and then charged me for being late\n"
        "Loan,Payment process,I get a letter every week and each has another number\n",
        ((2,), 3, 3, 0, 0),
    ),
    "how people heard of us is no wish": (
        "Que pourrions-nous améliorer ?;Comment nous avez-vous connus ?\n"
        "Il fait trop froid;Par un ami\nLes formulaires sont illisibles;Publicité\n"
        "Répondre au téléphone;Par un ami\n",
        ((0,), 3, 3, 0, 0),
    ),
    "names alone, one of them asks": (
        "Anna: What annoyed you here?\nMrs Berger: Everybody looked away.\n"
        "Anna: What would have helped?\nMrs Berger: A nod would have been enough.\n",
        (None, 1, 2, 0, 0),
    ),
    "names alone": (
        "Anna: The bread is sold out at noon\nBert: I can't hear my number\n"
        "Clara: The door is too heavy\nAnna: Nobody greets me\n",
        (None, 3, 4, 0, 0),
    ),
    "a chat": (
        "[12.03.26, 09:14:02] Team Bäckerei: Was können wir besser machen?\n"
        "[12.03.26, 09:15:10] Frau Huber: Das Brot ist mittags aus\nund die Semmeln auch\n"
        "[12.03.26, 09:16:44] Kurt: Bild weggelassen\n[12.03.26, 09:16:50] Kurt: Man hört nichts\n"
        "[12.03.26, 09:18:00] Frau Huber: Und die Tür klemmt\n",
        (None, 2, 3, 0, 0),
    ),
    "another chat": (
        "12/03/2026, 09:14 - Messages are encrypted.\n12/03/2026, 09:14 - Pat: No water tap there\n"
        "12/03/2026, 09:18 - Lou: <Media omitted>\n12/03/2026, 09:19 - Lou: The gate is locked\n",
        (None, 2, 2, 0, 0),
    ),
    "a chat by a clock of twelve hours": (
        "[5/12/26, 9:14:02\u202fAM] Pat: No water tap there\n"
        "[5/12/26, 1:15:10\u202fPM] Lou: The gate is locked\n",
        (None, 2, 2, 0, 0),
    ),
    "subtitles": (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Interviewer>What should we do better?\n\n"
        "00:00:05.000 --> 00:00:07.000\n<v Mr Olsen>Call me before\n\n"
        "00:00:07.000 --> 00:00:09.000\n<v Mr Olsen>you come.\n",
        (None, 1, 1, 0, 0),
    ),
}


@pytest.mark.parametrize(("text", "right"), FILES.values(), ids=FILES)
def test_a_kind_of_file_comes_in_right_without_a_hand(text, right):
    prepared = prepare_import(ImportFile("answers.txt", text.encode()), KnownAnswers())
    plan, columns = prepared.plan, prepared.choices.answers
    counts = (plan.customers, len(plan.cards) + plan.merged, len(plan.praise), len(plan.aside))
    assert (columns if right[0] else None, *counts) == right


def test_topics_before_a_colon_are_no_speakers():
    lines = ["Parking: there is none", "Queue: too long", "Parking: far away", "Bread: too dry"]
    file = ImportFile("list.txt", "\n".join(lines).encode())
    found = prepare_import(file, KnownAnswers()).plan
    assert [card.answers[0].words for card in found.cards] == lines


@pytest.mark.parametrize(
    ("rows", "kind"),
    [("Kind,Comment\n" + "Parent,The gate {} does not close\n" * 4, 0),
     ("Kind,Comment\n" + "Child {0},The gate {0} does not close\n" * 4, None)],
)  # fmt: skip
def test_a_kind_of_customer_returns_in_several_rows(rows, kind):
    title, *lines = rows.splitlines(keepends=True)
    text = title + "".join(line.format(n) for n, line in enumerate(lines))
    chosen = prepare_import(ImportFile("a.csv", text.encode()), KnownAnswers()).choices
    assert (chosen.customer_kind, chosen.answers) == (kind, (1,))

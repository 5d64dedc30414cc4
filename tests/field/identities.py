"""Measure what is found of people’s identities in words, and how often nothing was there.

    python tests/field/identities.py          the table
    python tests/field/identities.py missed   and every identity that was missed

Each identity stands once in each of the sentences of its language. What is found in the answers of
tests/files/field, but where they do name a person, is a false alarm; so is anything found in the
texts of the program itself.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cxworkshop.exchange.refusals import ImportRefusal
from cxworkshop.services.import_reading import ImportFile, KnownAnswers, prepare_import
from cxworkshop.suggest.names import likely
from tests.field.expected import EXPECTED

LOCALE = Path(__file__).resolve().parents[2] / "resources" / "locale"
FIELD = Path(__file__).resolve().parents[1] / "files" / "field"
KINDS = ("name", "lower case", "capitals", "title", "address", "born", "phone", "mail")


@dataclass(frozen=True)
class Language:
    """Sentences with a gap, and identities: full names, and one of each other kind."""

    sentences: tuple[str, ...]
    names: tuple[str, ...]
    titled: tuple[str, ...]
    others: dict[str, tuple[str, ...]]


LANGUAGES = {
    "en": Language(
        ("we waited and then {} rang me back", "Please thank {}, who stayed late."),
        ("Gillian Harcourt", "Tom Baxter", "Priya Raman", "Siobhan Keane"),
        ("Mrs Harcourt", "Dr Okafor", "Nurse Keane"),
        {
            "address": ("14 Mill Lane", "221b Baker Street", "SW1A 1AA"),
            "born": ("3/11/1958", "24.12.1971"),
            "phone": ("020 7946 0018", "+44 7700 900123"),
            "mail": ("g.harcourt@example.org",),
        },
    ),
    "de": Language(
        ("ich habe gewartet, dann hat {} zurückgerufen", "Danke an {}, immer freundlich."),
        ("Gisela Brandt", "Jürgen Köhler", "Aylin Yıldız", "Benedikt Ostermann"),
        ("Frau Brandt", "Herr Dr. Köhler", "Herrn Ostermann"),
        {
            "address": ("Lindenstraße 12", "Bahnhofstr. 4a", "Kirchgasse 7"),
            "born": ("03.11.1958", "24.12.71"),
            "phone": ("030 1234567", "+49 171 2345678"),
            "mail": ("g.brandt@example.org",),
        },
    ),
    "fr": Language(
        ("on a attendu et puis {} a rappelé", "Merci à {}, toujours aimable."),
        ("Monique Lefèvre", "Bastien Moreau", "Aïcha Benali", "Thierry Dupont"),
        ("Mme Lefèvre", "Monsieur Moreau", "Dr Benali"),
        {
            "address": ("12 rue Victor-Hugo", "4 bis avenue Foch", "7, place de la Gare"),
            "born": ("03/11/1958", "24-12-1971"),
            "phone": ("01 42 68 53 00", "+33 6 12 34 56 78"),
            "mail": ("m.lefevre@example.org",),
        },
    ),
    "es": Language(
        ("esperamos y luego {} me llamó", "Gracias a {}, siempre amable."),
        ("Carmen Ortega", "Javier Molina", "Lucía Paredes", "Íñigo Etxeberria"),
        ("Señora Ortega", "Sr. Molina", "Doña Lucía"),
        {
            "address": ("calle Mayor 12", "avenida de la Paz 4", "C/ Luna 7"),
            "born": ("03/11/1958", "24-12-1971"),
            "phone": ("91 123 45 67", "+34 612 345 678"),
            "mail": ("c.ortega@example.org",),
        },
    ),
    "nl": Language(
        ("we wachtten en toen belde {} terug", "Dank aan {}, altijd vriendelijk."),
        ("Marieke de Vries", "Willem Bakker", "Fatima El Amrani", "Joost van Dijk"),
        ("Mevrouw de Vries", "Meneer Bakker", "Dr. Van Dijk"),
        {
            "address": ("Kerkstraat 12", "Prinsengracht 263", "Dorpslaan 7"),
            "born": ("03-11-1958", "24-12-1971"),
            "phone": ("020 123 4567", "+31 6 12345678"),
            "mail": ("m.devries@example.org",),
        },
    ),
    "pl": Language(
        ("czekaliśmy, a potem {} do mnie zadzwoniła", "Dziękuję, {} zawsze pomaga."),
        ("Agnieszka Kowalska", "Piotr Zieliński", "Katarzyna Wójcik", "Zbigniew Nowak"),
        ("Pani Kowalska", "Pan Zieliński", "dr Wójcik"),
        {
            "address": ("ul. Lipowa 12", "ulica Długa 4", "al. Niepodległości 7"),
            "born": ("03.11.1958", "24.12.1971"),
            "phone": ("22 123 45 67", "+48 601 234 567"),
            "mail": ("a.kowalska@example.org",),
        },
    ),
    "sv": Language(
        ("vi väntade och sedan ringde {} tillbaka", "Tack till {}, alltid vänlig."),
        ("Birgitta Lindqvist", "Anders Holm", "Amina Hassan", "Göran Sjöberg"),
        ("Fru Lindqvist", "Herr Holm", "Dr Sjöberg"),
        {
            "address": ("Storgatan 12", "Kungsvägen 4", "Parkgata 7"),
            "born": ("1958-11-03", "1971-12-24"),
            "phone": ("08-123 456 78", "+46 70 123 45 67"),
            "mail": ("b.lindqvist@example.org",),
        },
    ),
    "ar": Language(
        ("انتظرنا ثم اتصلت بي {}", "شكرًا {} على اللطف"),
        ("فاطمة الزهراء", "محمد عبد الله", "أحمد حسن", "ليلى منصور"),
        ("السيدة فاطمة", "الدكتور حسن", "الأستاذ أحمد"),
        {
            "address": ("شارع النيل 12", "4 شارع الملك فهد"),
            "born": ("03/11/1958", "24-12-1971"),
            "phone": ("02 2345 6789", "+20 100 123 4567"),
            "mail": ("f.zahra@example.org",),
        },
    ),
}


def planted(language: Language) -> Iterator[tuple[str, str]]:
    """Each identity with its kind."""
    for name in language.names:
        yield "name", name
        if name.lower() != name:  # a script with two cases
            yield "lower case", name.lower()
            yield "capitals", name.upper()
    yield from (("title", name) for name in language.titled)
    yield from ((kind, words) for kind, each in language.others.items() for words in each)


def is_found(words: str, sentence: str) -> bool:
    """Whether any part of the identity is pointed out: a person then looks at the whole."""
    found = likely(sentence.format(words))
    return any(one.words in words or words in one.words for one in found)


def answers_without_people() -> list[str]:
    """All that was said in the files, but for the lines that are known to name somebody."""
    said: list[str] = []
    for name, expected in EXPECTED.items():
        try:
            file = ImportFile(name, (FIELD / name).read_bytes())
            plan = prepare_import(file, KnownAnswers()).plan
        except ImportRefusal:
            continue
        said += [one.words for one in plan.taken if one.line not in expected.persons]
    return said


def our_texts(code: str) -> list[str]:
    """All that the program says in this language, if it speaks it: it names nobody real."""
    path = LOCALE / code / "LC_MESSAGES" / "cxworkshop.po"
    if code == "en":
        return [entry.msgid for entry in polib.pofile(str(LOCALE / "cxworkshop.pot"))]
    entries = polib.pofile(str(path)) if path.exists() else []
    return [entry.msgstr or entry.msgstr_plural[1] for entry in entries]


def main(wanted: list[str]) -> int:
    print("| language | " + " | ".join(KINDS) + " | found | false alarms in our texts |")
    print("|---|" + "---|" * (len(KINDS) + 2))
    missed: list[str] = []
    for code, language in LANGUAGES.items():
        tried = [
            (kind, words, is_found(words, sentence))
            for kind, words in planted(language)
            for sentence in language.sentences
        ]
        missed += [f"{code} {kind}: {words}" for kind, words, found in tried if not found]
        cells = []
        for kind in (*KINDS, ""):
            mine = [found for of, _words, found in tried if not kind or of == kind]
            cells.append(f"{sum(mine)}/{len(mine)}" if mine else "–")
        ours = our_texts(code)
        cells.append(f"{sum(bool(likely(text)) for text in ours)}/{len(ours)}")
        print(f"| {code} | " + " | ".join(cells) + " |")
    said = answers_without_people()
    alarms = [words for words in said if likely(words)]
    print(f"\nfalse alarms in the answers of the field: {len(alarms)} of {len(said)}")
    if wanted:
        print(*dict.fromkeys(missed), "", *alarms[:40], sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

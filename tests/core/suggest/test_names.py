"""What is taken for somebody's name or address; tests/field/identities.py counts how often."""

from __future__ import annotations

import pytest

from cxworkshop.suggest.names import likely_names


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("then gillian harcourt rang me back", "gillian harcourt"),
        ("dann hat BENEDIKT OSTERMANN angerufen", "BENEDIKT OSTERMANN"),
        ("toen belde Mevrouw de Vries terug", "Mevrouw de Vries"),
        ("et puis M. Garnier a rappelé", "M. Garnier"),
        ("zadzwoniła do mnie pani Kowalska", "pani Kowalska"),
        ("ثم اتصلت بي السيدة فاطمة", "السيدة فاطمة"),
        ("send it to ul. Lipowa 12, please", "ul. Lipowa 12"),
        ("ich wohne Bahnhofstr. 4a im Hof", "Bahnhofstr. 4a"),
        ("habite au 7, place de la Gare", "7, place de"),
    ],
)
def test_who_it_was_is_pointed_out_as_it_was_written(said, found):
    assert likely_names(said) == (found,)


@pytest.mark.parametrize(
    "said",
    [
        "Wees beleefd. Elke keer weer.",
        "Sagen, wenn es jemand anders besser macht",
        "darles opciones que de verdad sean opciones",
        "wenn es Ihrer Meinung nach dauert",
        "una persona nos dijo que sí",
        "it took 20 minutes, twice",
    ],
)
def test_words_that_are_names_elsewhere_are_words(said):
    assert likely_names(said) == ()

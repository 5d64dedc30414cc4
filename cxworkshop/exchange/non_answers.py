"""Answers that say nothing: "n/a", "no comment", "alles gut". Set aside, never dropped."""

from __future__ import annotations

import re

from cxworkshop.textual import fold

# Folded whole answers in the languages of western surveys. "Nothing" is one of them, "nothing
# works" is not: only the whole answer counts.
_PHRASES = frozenset(
    """
    n a|na|n a n a|not applicable|non applicable|none|no|nope|nothing|nothing at all|nothing really
    nothing to add|nothing to say|nothing comes to mind|nothing specific|nothing in particular
    nothing else|nothing more|nothing i can think of|nothing that i can think of|no nothing
    no comment|no comments|no answer|no response|no suggestions|no suggestion|no ideas|no idea
    no opinion|none at this time|none at the moment|none that i can think of|not at this time
    not at the moment|not sure|not really|not that i can think of|unsure|don t know|do not know
    dont know|i don t know|i do not know|idk|dunno|cannot think of anything
    can t think of anything|can t think of any|did not answer|didn t answer|skipped|unknown
    prefer not to say|no feedback|nil|null|tbd|same as above|see above|as above
    keine|keine angabe|keine angaben|k a|nichts|gar nichts|nix|nein|nichts zu sagen
    keine ahnung|weiß nicht|weiss nicht|weiß ich nicht|keine anmerkungen
    keine anmerkung|kein kommentar|keine vorschläge|keine idee|entfällt|siehe oben
    rien|rien du tout|rien à ajouter|rien à dire|rien à signaler|ras|r a s|non|aucun|aucune
    aucun commentaire|sans commentaire|sans réponse|pas de réponse|pas de commentaire|sans objet
    je ne sais pas|nsp|sans opinion|pas d avis
    nada|nada más|ninguno|ninguna|ningún comentario|sin comentarios|sin comentario|no sé|no se
    no aplica|no procede|sin respuesta|nada que añadir
    niets|niks|geen|geen idee|geen opmerkingen|geen commentaar|nee|weet niet|weet ik niet|nvt|n v t
    niet van toepassing|geen mening
    ingen|ingenting|inget|nej|nei|ei|vet ikke|vet inte|ved ikke|ingen kommentar|ingen kommentarer
    ikke noe|intet|ei mitään|en tiedä|ei kommentoitavaa|ingen åsikt|ikke relevant
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
) - {""}
# These answer "what was good?", and say nothing to "what should we do better?".
_CONTENT = frozenset(
    (
        *("all good", "all fine", "all ok", "everything"),
        *("alles", "alles gut", "alles ok", "alles bestens", "passt alles"),
        *("tout va bien", "todo bien", "alles goed", "alt er bra", "allt bra"),
    )
)
_NO_LETTERS = re.compile(r"^[\W_]*$")
_FILLER = re.compile(r"^(?:x+|z+|asdf\w*|test|\?+|ok|okay|k)$")


def is_non_answer(text: str) -> bool:
    """Whether the whole answer says nothing, whatever was asked."""
    folded = fold(text)
    return bool(_NO_LETTERS.match(text) or folded in _PHRASES or _FILLER.match(folded))


def is_content(text: str) -> bool:
    """Whether it only says that all is well: praise, but nothing to do better."""
    return fold(text) in _CONTENT

"""Tell a column with the kind of customer: by what its title asks, or by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxworkshop.exchange.wording import share
from cxworkshop.textual import fold

_MOST_KINDS = 12
_LONGEST = 60  # characters of a kind

# Folded titles that ask who answers, whatever is below.
_ASKS = re.compile(
    r"\b(?:(?:best )?describes? (?:you|your (?:role|relationship))(?: best)?|who are you"
    r"|are you (?:(?:an?|our|one of our) )?(?:new|first|existing|returning|regular|current)"
    r"|(?:in )?(?:what|which) capacity|(?:responding|answering|replying|here) as"
    r"|(?:your|what is your) (?:relationship|connection) (?:to|with)"
    r"|in welcher (?:eigenschaft|rolle|funktion)|(?:was|welche aussage) trifft auf sie zu"
    r"|en (?:tant que|qualité de)|votre profil|quel est votre profil|responde (?:usted )?como"
    r"|en calidad de|in welke (?:hoedanigheid|rol)|risponde come|in qualità di|responde como"
    r"|na qualidade de|wypełniam jako|odpowiadam jako|kim (?:jesteś|pan(?:i)? jest)"
    r"|i hvilken egenskab|som svarer du|vem är du|hvem er du)\b"
    r"|^(?:q?\d{1,2} )?(?:are you|i am|i m|you are|sind sie|ich bin|sie sind|bist du|êtes vous"
    r"|vous êtes|je suis|es usted|usted es|eres|soy|bent u|ik ben|u bent|ben je|lei è|sono"
    r"|você é|sou|jestem|czy jest|er du|jeg er|jag är|är du|siz)\b"
    r"|^(?:(?:guest|author|travell?er|trip|travel|reviewer|visitor|member(?:ship)?|subscription|user"
    r"|respondent|account|client|customer) (?:type|tier|plan|level|group|category|status)"
    r"|(?:type|kind|purpose) of (?:trip|travel|visit|stay|guest|customer|visitor|respondent)"
    r"|type travell?er|tier|plan|persona|segment[oi]?|segmentti|reiseart"
    r"|art der reise|reisetyp|besuchergruppe|zielgruppe|kundenstatus"
    r"|type de (?:voyage|voyageur|séjour|visiteur|client|public)|profil|tipo de (?:viaje|viajero"
    r"|visitante|huésped|cliente|usuario|utente)|tipo (?:di )?(?:viaggio|cliente|utente)"
    r"|soort (?:reis|bezoeker|gast|klant)|type (?:reis|gast|bezoeker|klant)|rejsetype|reisetype"
    r"|restyp|müşteri (?:tipi|türü|grubu)|旅行(?:の)?(?:目的|タイプ|形態)|ご?利用(?:目的|形態))$"
)
# Whole values, folded, that say what somebody is to us.
_PEOPLE = re.compile(
    r"(?:an? |the |new |existing |regular |former |current |local |private |individual )?"
    r"(?:customer|client|guest|visitor|patient|relative|carer|parent|guardian|student|pupil"
    r"|teacher|employee|resident|tenant|owner|member|non ?member|volunteer|subscriber|attendee"
    r"|speaker|sponsor|family member|family|friend|couple|solo(?: travell?er)?|returning"
    r"|first time(?: visitor)?|business|leisure|neighbour|staff|undergraduate|postgraduate"
    r"|exhibitor|supplier|partner|trade|retail|caregiver|commuter|donor"
    r"|kund(?:e|in)|patient|angehörige[rn]?|besucher|mieter|eigentümer|mitarbeiter(?:in)?|eltern"
    r"|elternteil|schüler|lehrkraft|lehrer|gast|neukunde|stammkunde|bestandskunde|neu(?:er)? kunde"
    r"|privat(?:kunde|person)?|gewerbe(?:kunde)?|geschäftskunde|mitglied|anwohner|bürger"
    r"|proche|élève|enseignant|étudiant|visiteur|locataire|propriétaire|usager|habitant|adhérent"
    r"|particulier|professionnel|nouveau|habitué|cliente?|paciente|familiar|padre|madre|alumno"
    r"|profesor|visitante|inquilino|propietario|socio|residente|vecino|huurder|eigenaar|klant"
    r"|bezoeker|patiënt|familielid|ouder|leerling|docent|bewoner|lid|medewerker|mantelzorger"
    r"|cittadino|associazione|impresa|paziente|genitore|studente|insegnante|utente|dipendente"
    r"|aluno|pai|mãe|professor|pacjent|rodzic|uczeń|nauczyciel|klient|gość|mieszkaniec|rodzina"
    r"|kunde|pårørende|elev|lærer|forælder|gæst|anhörig|förälder|lärare|besökare"
    r"|hasta|veli|öğrenci|öğretmen|müşteri|ziyaretçi)(?:e?s|e?n|in|innen|e|euse|ère|es)?"
    r"(?: (?:e|s|in|innen|r|er|a|as|es))?(?: (?:customer|client|guest|visitor|student))?"
)
_CONSENT = """
yes no maybe ja nein oui non sí si nee tak nie sim não evet hayır true false x vielleicht
はい いいえ نعم لا nej nei kyllä ei y n j 0 1 agree disagree sì
"""
_CONSENTS = frozenset(map(fold, _CONSENT.split()))


def is_kind_of_customer(title: str, values: Sequence[str]) -> bool:
    """Whether a few values that return say which kind of customer each is; the title is plain."""
    distinct = set(values)
    if not 2 <= len(distinct) <= _MOST_KINDS or len(distinct) * 2 > len(values):
        return False
    if any(len(value) > _LONGEST or value.isdecimal() for value in distinct):
        return False
    folded = {fold(value) for value in distinct}
    if not folded.isdisjoint(_CONSENTS):
        return False
    return bool(_ASKS.search(title)) or share([*folded], _PEOPLE.fullmatch) >= 0.75

"""Tell the column of a conversation that says who speaks: a customer, or somebody of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxworkshop.textual import fold

_MOST = 8  # different values

_OURS = frozenset(
    """
admin|administrator|agent|agents|staff|support|support agent|bot|chatbot|system|operator|employee
owner|business|company|seller|host|developer|moderator|team|team member|assistant|advisor|adviser
outbound|outgoing|out|sent|agent reply|public reply|internal|internal note|note|teammate
representative|rep|csr|interviewer|virtual assistant|automation|workflow|interviewerin|moderatorin
mitarbeiter|mitarbeiterin|berater|beraterin|ausgehend|ausgang|betreiber|conseiller
conseillère|sortant|agente|operador|asesor|empleado|saliente|medewerker|uitgaand|adviseur|operatore|operatrice|uscita
konsultant|pracownik|wychodząca|wychodzące|medarbejder|medarbetare|rådgiver|rådgivare|temsilci
オペレーター|担当者|スタッフ|موظف|客服
""".strip()
    .replace("\n", "|")
    .split("|")
)
_THEIRS = frozenset(
    """
user|users|end user|enduser|customer|client|visitor|lead|contact|guest|consumer|caller|requester
buyer|inbound|incoming|in|received|member|patient|respondent|participant|passenger|citizen|tenant
kunde|kundin|nutzer|besucher|eingehend|eingang|anrufer|gast|client|cliente|cliente final|usager
entrant|entrante|usuario|visitante|klant|bezoeker|inkomend|utente|entrata|klient|klientka
przychodząca|przychodzące|kund|besøgende|müşteri|お客様|顧客|العميل|عميل|客户
""".strip()
    .replace("\n", "|")
    .split("|")
)


_IS_OURS = re.compile(
    r"(?:is|from|by) (?:an? )?(?:admin|staff|agent|team|employee|moderator|developer|support"
    r"|official|company|(?:page |business )?owner|us)(?: (?:reply|response|post|member|comment))?"
    r"|(?:admin|staff|agent|team) (?:reply|response|post|comment)|is outbound|sent by us"
)
_IS_THEIRS = re.compile(
    r"(?:is )?(?:inbound|incoming)|(?:is|from|by) (?:an? |the )?(?:customer|client|user|end user"
    r"|guest)"
)
_YES = frozenset({"true", "yes", "1", "y", "t", "ja", "oui", "sí", "sim", "sì"})
_NO = frozenset({"false", "no", "0", "n", "f", "nein", "non", "não", "nee"})


def says_who_speaks(title: str, values: Sequence[str]) -> bool:
    """Whether every value is one of the two sides of a conversation, and both speak.

    So does "yes" below "is_staff". The title is plain.
    """
    distinct = set(values)
    if not 2 <= len(distinct) <= _MOST:
        return False
    sides = {fold(value) for value in distinct}
    if _IS_OURS.fullmatch(title) or _IS_THEIRS.fullmatch(title):
        return sides <= _YES | _NO
    return sides <= _OURS | _THEIRS and not (sides <= _OURS or sides <= _THEIRS)


def words_of_ours(title: str) -> frozenset[str]:
    """What stands, folded, in a column of this title where we speak."""
    if _IS_THEIRS.fullmatch(title):
        return _NO
    return _YES if _IS_OURS.fullmatch(title) else _OURS

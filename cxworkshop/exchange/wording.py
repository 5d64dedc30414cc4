"""How values of a column are worded: as people speak, as an organisation replies, as a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cxworkshop.textual import fold

# Chinese, Japanese and Korean say in one sign what takes several letters.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DENSE_LETTERS = 2.5
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_NOT_LATIN = re.compile("[\u0370-\u1dff\u3040-\ud7af]")
# Pronouns, auxiliaries, negations: what sentences have, and names of things have not.
_SPOKEN = """
i me my we us our you your he she they it is was are were be been am do does did don not never
nobody nothing have has had can cannot could should would will please want need there this that
when because if why how what very too wasn isn didn doesn won ve ll im no
ich mich mir mein meine meinen wir uns sie ihr ihre ist war sind waren nicht kein keine nie
niemand habe hat haben hatte kann können könnte könnten sollte sollten würde wird werden bitte
wenn weil dass mehr sehr
je j mon ma mes nous notre vous votre il elle est était sont ne n pas jamais personne ai ont
peut pourrait faut devrait trop très quand parce que qui
yo mi mis nos nuestro usted es está son era no nunca nadie tengo tiene hay puede podría debería
más muy cuando porque
ik mij mijn wij ons u uw jullie zijn waren niet geen nooit niemand heb heeft hebben kan kunnen
zou moet meer heel omdat het er wordt
jeg jag mig meg min mit vi os oss du dere ni är ikke inte aldri aldrig ingen har hadde hade
kunne skulle bør bör må måste når när fordi det der som
en minä ei on non mi è sono ho não eu é foi uma nie się jest są nikt mnie
"""
_SPEECH = frozenset(_SPOKEN.split())
_GREETS = re.compile(
    r"^(?:dear|hello|hi|hey|good (?:day|morning|afternoon|evening)|greetings|bonjour|madame"
    r"|ch[eè]re?|liebe[rs]?|sehr geehrte|hallo|guten (?:tag|morgen|abend)|hola|estimad[oa]s?"
    r"|buen[oa]s|beste|geachte|goede(?:ndag|morgen|middag)|kære|hej|hei|kjære|bästa|olá"
    r"|prezad[oa]|gentile|buongiorno|salve|dzień dobry|szanown\w+|عزيزي|عزيزتي|お客様"
    r"|您好|尊敬|здравствуйте|уважаем\w*|sayın|hyvä asiakas)"
)
_THANKS = re.compile(
    r"\bthank(?:s| you)(?: (?:so|very) much)? for|\bwe(?: re| are)?(?: \w+)? sorry\b"
    r"|\bwe apologi[sz]e|\bour apologies|\bsorry to hear|\b(?:contact|reach|write to|e ?mail) us\b"
    r"|\bdank(?:e)? für|\btut uns (?:\w+ )?leid|\bbedauern\b|\bwir (?:haben|werden|bitten|freuen)"
    r"|\bmerci (?:de|pour|d)\b|\bnous (?:sommes|avons|allons|vous)\b|\bgracias por|\blamentamos"
    r"|\bbedankt voor|\bdank (?:u|je)(?: wel)? voor|\bspijt ons|\bwij (?:hebben|zullen|vinden)"
    r"|\btak+ for|\btack för|\bvi (?:beklager|beklagar|har|er|är|vil|ska|skal|ber)\b"
    r"|\bobrigad[oa]|\bgrazie per|\bwe (?:have|ve|will|ll|are) |\bour team\b"
    r"|\bdziękujemy (?:za|bardzo)|\bprzepraszamy\b|\bprzykro nam\b|\bprosimy o\b|\bci dispiace\b"
    r"|\bci scusiamo\b|\bla ringraziamo\b|\bagradecemos\b|\bpedimos desculpas?\b|\bkiitos palaut"
    r"|\bpahoittelemme\b|\bteşekkür ederiz\b|\bözür dileriz\b|\bشكرا ل|نشكرك|نعتذر|نأسف"
    r"|申し訳|ございま|いたします|感谢|抱歉|благодарим|приносим"
)
_LIST_MARK = re.compile(r"\s*[;|]\s*|\s*,\s*|\n+")
_PART = 30  # characters of one ticked choice


def length(value: str) -> float:
    """Characters, those of dense scripts counted as what they would take in others."""
    if value.isascii():
        return len(value)
    return len(value) + (_DENSE_LETTERS - 1) * len(_DENSE.findall(value))


def share(values: Sequence[str], test: Callable[[str], object]) -> float:
    """The share of the values that pass."""
    return len([*filter(test, values)]) / max(1, len(values))


def has_several_words(value: str) -> bool:
    """Whether it has several words; some scripts write no spaces between them."""
    return " " in value or bool(_UNSPACED.search(value))


def is_spoken(value: str) -> bool:
    """Whether it has a word that only sentences have."""
    if not value.isascii() and len(_NOT_LATIN.findall(value)) * 2 > len(value):
        return length(value) >= 12
    return not _SPEECH.isdisjoint(fold(value).split())


def is_courteous(value: str) -> bool:
    """Whether it greets, thanks or is sorry as an organisation is that replies."""
    words = fold(value[:300])
    return bool(_GREETS.match(words) or _THANKS.search(words))


def is_ticked(values: Sequence[str]) -> bool:
    """Whether the values are choices out of one list, several in a cell."""
    listed = [v for v in values if ";" in v or "," in v or "|" in v or "\n" in v]
    if len(listed) * 3 < len(values) or len(values) < 3:
        return False
    parts = [part for v in values for part in _LIST_MARK.split(v.strip(" ;,|\n")) if part]
    if max(map(len, parts), default=0) > 3 * _PART or share(parts, is_spoken) > 0.4:
        return False
    ended = all(v.rstrip().endswith(";") for v in values)
    return ended or len(set(map(str.casefold, parts))) * 2 <= len(parts)

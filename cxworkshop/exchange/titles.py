"""What a column's title says about it, in the languages in which surveys are exported.

Titles are matched as plain words: "replyContent", "author/id" and "Star_Rating" are "reply
content", "author id" and "star rating".
"""

from __future__ import annotations

import re
from functools import lru_cache

from cxworkshop.exchange import foreign_titles as foreign
from cxworkshop.textual import fold

LONG_TITLE = 40  # a longer title is a question that only mentions an address or a name
_LONGEST = 500  # characters: the patterns take long for a text that is no title
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_/.]+")

_US = (
    r"developer|owner|company|business|merchant|seller|vendor|host|hotel|manage(?:r|ment)|staff"
    r"|admin|agent|support|official|publisher|provider|organi[sz]ation|brand|shop|store|moderator"
    r"|operator|team|clinic|practice|bank|our|us|inhabers?|eigentümers?|entwicklers?|unternehmens?"
    r"|betreibers?|anbieters?|händlers?|hauses|firma|kundendienst\w*|kundenservice|propriétaire"
    r"|développeur|entreprise|établissement|gérant|vendeur|équipe|marque|hôtel|propietario"
    r"|desarrollador|empresa|vendedor|establecimiento|equipo|eigenaar|ontwikkelaar|bedrijf"
    r"|verkoper|ejer(?:en)?s?|eier(?:en)?s?|udvikler(?:en)?s?|utvikler(?:en)?s?|virksomhed(?:en)?s?"
    r"|bedrift(?:en)?s?|ägar(?:e|en)s?|utvecklar(?:e|en)s?|företag(?:et)?s?|os|oss|proprietario"
    r"|azienda|proprietário"
)
_SAID = (
    r"repl(?:y|ies)|responses?|answers?|antwort(?:en)?|réponses?|respuestas?|antwoord(?:en)?"
    r"|reacties?|svar|risposta|resposta"
)
REPLY = re.compile(
    rf"\b(?:{_US}) (?:public |official )?(?:{_SAID})\b"
    rf"|\b(?:{_SAID}) (?:text )?(?:from|by|of|des|der|vom|von|du|de|del|van|fra|från|af|av|do|da"
    rf"|della?|dell) (?:the |our |dem |la |l |het |le |los )?(?:{_US})\b"
    r"|\brepl(?:y|ies|ied)(?: (?:content|text|body|message|comment|de|en))?$"
    r"|\b(?:inhaber|entwickler|händler|anbieter|firmen|support)antwort|^(?:unsere|eigene) antwort"
    r"|^(?:notre réponse|nuestra respuesta|(?:ons|onze) (?:antwoord|reactie)|vores svar|vårt svar)"
    r"|\bstellungnahme\b|\berwiderung\b|\b(?:internal|staff|agent|interne?r?) (?:notes?|remarks?"
    r"|comments?|notiz(?:en)?|vermerke?|notities)\b"
    r"|\bresolution(?: (?:text|notes?|description|action \w+))?$"
    rf"|\baction taken\b|{foreign.REPLY}"
)
ACTIONS = re.compile(
    r"^(?:actions?(?: (?:items?|points?))?|(?:agreed |our )?next steps?|to ?dos?|to do|tasks?"
    r"|decisions?|tr(?:y|ies)|massnahmen?|aktionen|nächste schritte|aufgaben|prochaines étapes"
    r"|plan d actions?"
    r"|acciones|próximos pasos|tareas|acties|actiepunten|volgende stappen|handlinger|tiltak"
    r"|åtgärder|næste skridt|neste steg|nästa steg|azioni|ações)$"
)
HEADLINE = re.compile(
    r"^(?:(?:review|comment|complaint|feedback|post|ticket|issue|request|proposal|idea|suggestion"
    r"|bewertungs?|wunsch) ?)?(?:title|subject|headline|heading|summary|betreff|titel|überschrift"
    r"|titre|objet|sujet|título|asunto|onderwerp|emne|tittel|overskrift|rubrik|ämne|titolo)"
    r"(?: (?:of|der|des|de|du|van|för|av) .*)?$"
)
_THING = (
    r"product|produkt|produit|producto|item|article|artikel|brand|marke|marque|model|modell"
    r"|sku|dish|place|ort|lieu|lugar|plaats|sted|plats|city|stadt|ville|ciudad|stad|town|country"
    r"|land|pays|país|region|state|county|location|standort|filiale|branch|address|street|strasse"
    r"|rue|calle|straat|job|position|role|occupation|beruf|rolle|fonction|métier|profession|puesto"
    r"|functie|stilling|yrke|department|abteilung|afdeling|avdelning|employer|company|firma"
    r"|entreprise|empresa|bedrijf|organi[sz]ation|category|kategorie|catégorie|categoría|categorie"
    r"|kategori|topic|thema|tags?|labels?|urls?|link|website|browser|agent|device|version|platform"
    r"|source|channel|language|sprache|course|module|event|business|restaurant|file|image|photo"
    r"|path|package|breed|hotel|vare|vara|producten|team"
)
_THING_ENDS = r"name|title|type|model|text|namn?|navn|naam|bezeichnung|de|list"
THING = re.compile(
    rf"^(?:\w+ ){{0,3}}(?:{_THING})(?: (?:{_THING_ENDS}))?$|^\w*(?:{_THING})(?:{_THING_ENDS})$"
    rf"|^(?:nom|nombre|name|naam|navn|namn|nome) (?:du|de la|del?|of(?: the)?|van(?: het)?|der|des"
    rf"|på) (?:{_THING})$"
)
_PERSON = (
    r"respondents?|participants?|customers?|clients?|users?|authors?|reviewers?|members?|citizens?"
    r"|persons?|patients?|guests?|visitors?|contacts?|commenters?|submitters?|accounts?|workers?"
    r"|students?|employees?|creators?|posters?|senders?|reporters?|requesters?|complainants?"
    r"|kunden?|nutzer(?:in)?|benutzer|teilnehmer|autor|verfasser|bürger|gast|melder|einsender"
    r"|absender|antragsteller|klient"
    r"|auteur|utilisateur|usager|répondant|usuario|encuestado|cliente|gebruiker|klant|auteur"
    r"|deltager|deltaker|deltagare|bruger|bruker|användare|kunder?|kund|forfatter|författare"
)
PERSON_ID = re.compile(
    rf"\b(?:{_PERSON}) ?(?:ids?|no|nr|number|nummer|num|uuid|guid|key|code|hash|ref)\b"
    r"|\bid (?:du|de|del|van)? ?(?:client|cliente|usager|klant|utilisateur|usuario|auteur)\b"
    r"|^(?:respondent|customer|kd ?nr|kundennummer|kunde|klantnummer|kundenummer|kundnummer|uid)$"
    rf"|{foreign.PERSON_ID}"
)
USERNAME = re.compile(
    rf"^(?:the )?(?:{_PERSON})$|^(?:user|screen|login|nick|account|benutzer|nutzer|reviewer|author)"
    r" ?names?$|^(?:nickname|handle|login|pseudo|pseudonyme|nom d utilisateur|nombre de usuario"
    r"|gebruikersnaam|brugernavn|brukernavn|användarnamn|submitted by|posted by|created by|by|from"
    rf"|von|(?:{_PERSON}) (?:name|names|login|handle|title|user ?name"
    r"|nick ?name))$"
)
RESPONSE_ID = re.compile(
    r"\b(?:response|interview|conversation|submission) ?(?:id|no|nr|number)\b"
    r"|^interview$|^gespräch$|^antwort ?id$|^id de la réponse$"
)
EMAIL = re.compile(r"\be ?mails?\b|\bcourriel\b|\bcorreo\b|\bmail(?: ?adress?e?)?$|\be ?post\b")
PERSONAL = re.compile(
    r"\b(?:e ?mail|(?:first|last|sur|full|vor|nach|given|family|display) ?name|name|phone|telefon"
    r"|mobile|ip|address|adresse|birth|geburts\w*|postcode|zip|nom|prénom|courriel|téléphone"
    r"|nombre|apellidos?|correo|naam|navn|namn|telefoon|dob|avatar|user image)\b"
)
_GUEST = r"customer|client|visitor|guest|member|patient|travell?er|respondent|user"
CUSTOMER_KIND = re.compile(
    r"\b(?:kundentyp|kundenart|kunden(?:gruppe|segment)|art des kunden|segment|customer group"
    rf"|(?:{_GUEST}) (?:type|kind)|(?:type|kind) of (?:{_GUEST})|type de client(?:èle)?"
    r"|catégorie de client|tipo de cliente|klanttype|klantgroep|soort klant|kundetype|kundegruppe"
    r"|kundtyp|kundgrupp|besucherart|gästetyp|patientenart)\b"
    r"|^(?:kinds?|(?:i am|i m|ich bin|je suis|soy|ik ben|jag är|jeg er|jestem|sono|sou)"
    rf"(?: an?| eine?| une?| een| ett?| un[ao]?| uma?)?)$|{foreign.CUSTOMER_KIND}"
)
ASKED_BY = re.compile(
    r"^(?:asked by|interviewer|interviewed by|collected by|gefragt von|befragt von"
    r"|interviewt von|demandé par|preguntado por|gevraagd door|spurt av|spurgt af|frågad av)$"
)
NUMBERING = re.compile(
    r"n|no|nr|num|number|nummer|numéro|número|numero|lfd nr|lp|pos|index|id|row|zeile|番号|№|رقم"
)
QUESTION = re.compile(r"\b(?:question|frage|pregunta|vraag|spørsmål|spørgsmål|fråga)\b")
_TEXT_KIND = (
    r"review|comments?|complaints?|feedback|answers?|responses?|suggestions?|opinion|message"
    r"|remarks?|verbatims?|statement|narrative|wish(?:es)?|ideas?|proposal|post|tweet|issue|request"
    r"|bewertungs?|rezensions?|kommentare?|antwort(?:en)?|anregung(?:en)?|anmerkung(?:en)?"
    r"|nachricht|beschwerde|meinung|wunsch|wünsche|réponses?|commentaires?|avis|remarques?|message"
    r"|respuestas?|quejas?|sugerencias?|comentarios?|opini[óo]n(?:es)?|reseña|mensaje"
    r"|observaciones|opmerking(?:en)?"
    r"|toelichting|reactie|recensie|klacht|bericht|antwoord(?:en)?|kommentar(?:er)?|anmeldelse"
    r"|omtale|svar|tilbakemelding(?:er)?|tilbagemelding(?:er)?|synpunkt(?:er)?|recension|klage"
    r"|commento|commenti|recensione|comentário|avaliação"
)
WORDS = re.compile(
    rf"^(?:(?:customer|consumer|user|guest|your|open|free|public|full|patient) ){{0,2}}"
    rf"(?:{_TEXT_KIND})(?: ?(?:text|body|content|comments?|details|description|narrative|words"
    rf"|tekst))?"
    rf"(?: (?:on|about|for|to|zu[mr]?|über|sur|à|sobre|para|over|om|till|til) .*| ?\d{{1,2}})?$"
    r"|^(?:text|body|content|contents|words|free ?text|freitext|tekst|texte|texto|testo|narrative"
    r"|description|beschreibung|descripción|beschrijving|omschrijving|beskrivelse|beskrivning"
    r"|details|what the customer said|anliegen|hinweis|meldung|vorschlag|verbesserungsvorschlag"
    r"|rückmeldung|mitteilung|bemerkung(?:en)?|verbesserungsvorschläge)$|\bcomplaint narrative$"
    rf"|^(?:{foreign.WORDS})$"
)
_RESPONSE = re.compile(r"responses?|antwort|réponse|respuesta|antwoord|svar")
OPEN_BOX = re.compile(
    r"\b(?:open ended response|free text|offene antwort|freitext|réponse ouverte|texte libre"
    r"|respuesta abierta|open antwoord|åpent svar|åbent svar|öppet svar|fritext|fritekst)$"
    r"|\b(?:own words|eigenen worten|propres (?:mots|termes)|propias palabras|eigen woorden"
    r"|egne ord|egna ord)\b"
)
ASKS_OPENLY = re.compile(
    r"\b(?:improve\w*|better|change\w*|differently|suggest\w*|missing|miss|wish|would you like"
    r"|verbesser\w*|besser\w*|ändern|anders|wünsch\w*|fehlt\w*|améliorer|mieux|changer|manque\w*"
    r"|souhait\w*|mejor\w*|cambiar\w*|falta\w*|beter|verbeter\w*|verander\w*|mist|wens\w*|bedre"
    r"|forbedre\w*|endre\w*|ændre\w*|mangler|savner|ønsk\w*|bättre|förbättra\w*|ändra\w*|saknar"
    r"|önsk\w*|why|warum|weshalb|pourquoi|por qué|waarom|hvorfor|varför|explain|describe|specify"
    r"|comments?|remarks?|feedback|anything else|to add|anmerkung(?:en)?|kommentare?"
    r"|anregung(?:en)?"
    r"|noch etwas|commentaires?|remarques?|autre chose|comentarios?|observaciones|algo más"
    r"|opmerking(?:en)?|suggesties?|kommentar(?:er)?|forslag|förslag|synpunkter|ellers|övrigt"
    r"|least|most|am wenigsten|le moins|menos|het minst|mindst|minst|dislike\w*|bother\w*"
    r"|annoy\w*|bugged|bugs you|irritat\w*|upset|confus\w*|struggl\w*|frustrat\w*|disappoint\w*"
    r"|geärgert|ärger\w*|gestört|stör\w*|enttäusch\w*|gênée?s?"
    r"|gêne\w*|déplu|déçue?s?|molest\w*|stoort?|gestoord|irriter\w*|forstyrr\w*|störde?)\b"
    rf"|{foreign.OPENLY}"
)
_FRENCH_HOW = re.compile(r"^comment (?=\w+ (?:vous|tu|nous)\b|(?:nous|vous|était|est|s) )")
_INVITES = re.compile(
    r"\b(?:any|other|further|more|additional|weitere|noch|autres?|otros?|otras?|overige|andre|andra"
    r"|övriga) (?:\w+ )?(?:comments?|remarks?|suggestions?|feedback|else|kommentare?|anmerkungen"
    r"|anregungen|etwas|commentaires?|remarques?|comentarios?|opmerkingen|kommentarer|synpunkter)\b"
)
_ASKS_A_FACT = re.compile(
    r"^(?:which|how (?:old|often|many|much|likely|long|did you (?:hear|come))|who|when|where do"
    r"|where are|do you|are you|have you|is|does|did you|in which|at which|on which|welche\w*"
    r"|wie (?:oft|alt|viele?|lange)|quel\w*|combien|cuánt\w*|cuál\w*|welke?|hoe (?:vaak|oud)"
    r"|hvilke\w*|hvor (?:ofte|gammel|mange)|vilk\w*|hur (?:ofta|gammal|många))\b"
    r"|^(?:wie|hoe|cómo|come|como|comment|hvordan|hur) (?:\w+ ){0,4}(?:aufmerksam|erfahren|gefunden"
    r"|kennengelernt|leren kennen|gehoord|conoci\w+|conheceu|connus?|conosciut[oi]|trouvés?"
    r"|hørt\w*|hört|hittade|fandt)\b"
)
_ASKS_A_THING = re.compile(
    rf"^(?:what (?:is|are|was) (?:your|the)|what s your|in what|what|which|welche\w*"
    rf"|was ist (?:ihr|dein)e?"
    rf"|in welche\w*|quel\w*(?: est)?(?: votre| ton)?|cuál es su|qué|wat is uw|welke?|hva er din"
    rf"|hvad er din|hvilke\w*|vad är din|vilk\w*) (?:\w+ ){{0,2}}(?:{_THING}|name|age|alter|âge|zip"
    r"|post ?code|postal|plz|postleitzahl|phone|e ?mail|year group|class|klasse|ward|room|gender)\b"
)
_NUMBERED = re.compile(r"^(?:q|question|frage)? ?\d{1,3} ?[a-z]? ")
_ANYTHING_ELSE = re.compile(
    r"sonstiges|weiteres|verschiedenes|others?|misc(?:ellaneous)?|autres?|divers|otros|varios"
    r"|overige?|anders|altro|outros|andet|annet|övrigt|inne|diğer|その他"
)
_PARTS = re.compile(r" — |:\s*")
_ASKING = re.compile(
    r"^(?:what|how|why|where|please|tell us|if|is there|any(?:thing)?|was|wie|warum|wo|bitte|gibt"
    r"|haben|que|quoi|qu|comment|pourquoi|où|qué|cómo|por qué|hay|wat|hoe|waarom|hva|hvad|hvordan"
    rf"|hvorfor|vad|hur|varför|{foreign.ASKING})\b"
)
_LABELS = re.compile(
    r"^(?:id|ids|nr|no|lp|pos|num|number|nummer|index|name|date|datum|dato|fecha|time|timestamp"
    r"|zeit\w*"
    r"|when|wann|day|age|alter|âge|edad|leeftijd|alder|ålder|gender|sex|geschlecht|score|rating"
    r"|stars?|note|bewertung|nps|kind|type|typ|status|state|way|shop|store|group|code|email|e mail"
    r"|phone|language|start ?date|end ?date|duration|progress|finished|response(?: id)?|sentiment"
    r"|label|kunde|customer|client|cliente|klant|votes|likes|language|version|is \w+|title|headline"
    r"|start time|completion time|ip address|segment|pros|cons|positive|negative)$"
)
_MARKS = re.compile(
    r"good|bad|positive|negative|gut|schlecht|positivo|negativo|positiv|negativ|bien|mal|bueno|malo"
    r"|goed|slecht|bra|godt|dårligt|dåligt|dårlig|less|more"
)
_IDENTIFIER = re.compile(r"^[A-Za-z][a-z0-9]*(?:[_./][A-Za-z0-9]+|(?<=[a-z])[A-Z][a-z0-9]+)+$")


@lru_cache(maxsize=2000)
def plain(title: str) -> str:
    """The title as small words."""
    return fold(_CAMEL.sub(" ", title[:_LONGEST]))


def last_part(title: str) -> str:
    """What stands below a spanned title: "Other" of "Question — Other"."""
    return title.rpartition(" — ")[2]


def names_answers(title: str) -> bool:
    """Whether a title says by itself that its column holds people's own words.

    "Response" below a question says nothing: survey tools write it below closed questions too.
    """
    *above, last = map(plain, title.split(" — "))
    return bool(WORDS.match(last)) and not (above and _RESPONSE.fullmatch(last))


def is_open_box(title: str) -> bool:
    """Whether the survey tool itself says that people wrote here what they liked."""
    return bool(OPEN_BOX.search(plain(title)))


def asks_openly(title: str) -> bool:
    """Whether it asks what only own words can answer: "What would you change?"."""
    words = plain(title)
    is_fact = _ASKS_A_FACT.match(words) and not _INVITES.search(words)
    return bool(ASKS_OPENLY.search(_FRENCH_HOW.sub("", words))) and not is_fact


def is_question(title: str) -> bool:
    """Whether a title asks something, with or without its question mark."""
    if title.rstrip().endswith((":", "…")) or any(mark in title for mark in "?？؟"):
        return True
    return any(_is_asking(part) for part in _PARTS.split(title)) or _is_anything_else(title)


def _is_anything_else(title: str) -> bool:
    """Whether it is the last of numbered questions: "7. Sonstiges", "Q9 Other"."""
    words = plain(title)
    rest = _NUMBERED.sub("", words)
    return rest != words and bool(_ANYTHING_ELSE.fullmatch(rest))


def _is_asking(part: str) -> bool:
    words = _NUMBERED.sub("", plain(part))
    return len(words.split()) > 2 and bool(_ASKING.match(words) or _ASKS_A_FACT.match(words))


def asks_a_fact(title: str) -> bool:
    """Whether it asks which, who, when, how often: for one thing, and not for an opinion."""
    words = _NUMBERED.sub("", plain(title))
    return bool(_ASKS_A_FACT.match(words)) or asks_for_a_thing(title)


def asks_for_a_thing(title: str) -> bool:
    """Whether it asks for the name of a thing: "What is your job?", "Which shop?"."""
    words = _NUMBERED.sub("", plain(_PARTS.split(title)[-1]))
    return bool(_ASKS_A_THING.match(words)) and not ASKS_OPENLY.search(words)


def is_mark(words: str) -> bool:
    """Whether it is a mark in a word, as "good" and "negative" are."""
    return bool(_MARKS.fullmatch(words))


def is_label(cell: str) -> bool:
    """Whether a cell is a word that stands above columns: "id", "Rating", "created_at"."""
    cell = cell.strip()
    words = plain(cell)
    return len(words) <= LONG_TITLE and bool(
        _LABELS.match(words)
        or WORDS.match(words)
        or PERSON_ID.search(words)
        or REPLY.search(words)
        or CUSTOMER_KIND.search(words)
        or _IDENTIFIER.match(cell)
    )

"""Answers that say nothing or only praise, in languages that the catalogue has no texts in.

The same languages as in `foreign_titles`. All folded: small letters, a space for each
punctuation mark.
"""

from __future__ import annotations

NOTHING = """
brak|brak (?:uwag|sugestii|zdania|odpowiedzi|komentarza|pomysłów)|nic|nie|nie wiem|nie dotyczy|nd
n d|nie mam(?: (?:uwag|zdania|sugestii))?|bez (?:uwag|zmian|komentarza)|żadn[eya]|nic takiego
nic nie trzeba(?: zmieniać)?|trudno powiedzieć|jak wyżej
niente|niente di (?:particolare|che)|nulla|nulla da (?:segnalare|dire|aggiungere)|nessun[oa]?
nessun (?:commento|suggerimento)|nessuna (?:osservazione|idea|risposta)|non so|non saprei|boh
niente da (?:segnalare|dire|aggiungere|migliorare)|non applicabile|non pertinente|come sopra
nenhum[a]?|nenhum comentário|nenhuma (?:sugestão|observação|opinião)|não|não sei|nada a (?:dizer
acrescentar|declarar|apontar|registar|melhorar|comentar)|sem (?:comentários?|opinião|resposta
sugestões|observações)|não se aplica|não aplicável|nada de especial|idem
yok|hayır|hiç|hiçbiri|hiçbir şey|bilmiyorum|fikrim yok|önerim yok|yorum yok|bir şey yok|gerek yok
yorumum yok|cevap yok|belirtmek istemiyorum|şikayetim yok|söyleyecek bir şeyim yok
ei|ei ole|ei mitään|ei kommentoitavaa|en tiedä|ei tule mieleen(?: mitään)?|ei lisättävää|eipä
нет|ничего|не знаю|без комментариев|нет (?:предложений|замечаний|комментариев|ответа)|никаких
затрудняюсь ответить|ничего не нужно|немає|нічого|не знаю|ні|nic|ne|nevím|žádn[éáý]|není|nemám
bez (?:připomínek|komentáře)|nincs|semmi|nem tudom|nem|nu|nimic|nu știu|nu am|fără
όχι|τίποτα|δεν ξέρω|κανένα|καμία|לא|אין|כלום|לא יודע|שום דבר
لا|لا يوجد|لا يوجد(?: شيء| ملاحظات| تعليق)|لا شيء|لا تعليق|لا أعرف|لا أدري|لاشيء|لايوجد|لا توجد
لا توجد (?:ملاحظات|اقتراحات|تعليقات)|ليس لدي(?: (?:شيء|تعليق|ملاحظات|اقتراحات))?
بدون|كلا|غير متوفر
特に ?(?:なし|無し|無い|ない|ないです|ありません|ございません)(?:です)?
特になし|特に|なし|無し|無い|ない|無|ないです
(?:今のところ|現在|現時点では) ?(?:特に)?(?:なし|ない|ありません|ないです)
ありません|ございません|わからない|わかりません
分からない|分かりません|同上|無回答|未記入|未回答|該当なし|ノーコメント
无|没有|没|暂无|无意见|没有意见|没有建议|无建议|不知道|不清楚|没什么|沒有|無意見|無
없음|없습니다|없어요|없다|모름|모르겠습니다|딱히 없음|특별히 없음|해당 ?없음|無し
""".strip().replace("\n", "|")
WELL = (
    r"(?:bardzo |jest |było |wszystko )*(?:super|świetnie|dobrze|ok|w porządku|polecam|dziękuję"
    r"|bez zastrzeżeń)|(?:molto |tutto |va )*(?:bene|buono|ottimo|perfetto|ok|grazie|bravi)"
    r"|(?:muito |tudo |está )*(?:bom|bem|ótimo|excelente|perfeito|ok|obrigad[oa])"
    r"|(?:her şey |çok )*(?:güzel|iyi|harika|süper|mükemmel|teşekkürler)|(?:kaikki )?(?:hyvin|hyvä)"
    r"|(?:всё|все|очень)? ?(?:хорошо|отлично|супер|спасибо|устраивает|нормально)"
    r"|(?:كل شيء )?(?:ممتاز|جيد|رائع|شكرا)(?: جدا)?|満足(?:です|しています)?"
    r"|良い(?:です)?|良かった(?:です)?"
    r"|ありがとうございま(?:す|した)|最高(?:です)?|很好|非常好|满意|좋아요|좋습니다|만족(?:합니다)?"
)

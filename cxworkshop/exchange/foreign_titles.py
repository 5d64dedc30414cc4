"""Patterns of titles in languages in which customers write, and the catalogue has no texts.

Italian, Portuguese, Polish, Finnish, Russian, Turkish, Japanese, Chinese, Korean and Arabic, and
the commonest words of Czech, Hungarian, Romanian, Greek, Hebrew and Ukrainian, as parts of the
patterns of `titles` and `questions`. Japanese and Chinese put no spaces between words, so theirs
have no word boundaries.
"""

from __future__ import annotations

REPLY = (
    r"\bodpowiedź (?:od )?(?:firmy|sklepu|właściciela|dewelopera|obsługi|producenta|hotelu)\b"
    r"|\b(?:yrityksen|omistajan|kehittäjän|kaupan|hotellin) vastaus\b"
    r"|\bответ (?:компании|разработчика|владельца|магазина|организации|отеля)\b"
    r"|\b(?:firma|işletme|geliştirici|satıcı) yanıtı\b|\bمن الشركة\b"
    r"|\bرد (?:الشركة|المتجر|المطور|المالك|الإدارة|الفريق|الفندق)\b"
    r"|(?:店舗|オーナー|当社|弊社|企業|運営|開発者|スタッフ|施設|ホテル|会社)(?:から|より)?の?(?:返信|回答|返答)"
    r"|(?:商家|开发者|官方|客服|店家|酒店)(?:的)?回复|사장님 ?(?:답글|댓글)|개발자 ?답변"
)
PERSON_ID = (
    r"\b(?:id|nr|numer|kod) (?:klienta|respondenta|użytkownika)\b"
    r"|^(?:klient|respondent|reporter|клиент|müşteri|العميل|entrevista|entretien|intervista|wywiad"
    r"|haastattelu|samtale|entrevistad[oa]|participante|partecipante|uczestnik|tester)"
    r"(?: (?:no?|nr|id|n°|nº))?$"
    r"|\b(?:num[ée]ro|n|no|nº|code|référence|núm|número|numéro|numero|código|codice|id)"
    r" (?:de |du |del |do |di )?(?:client[ei]?|usager|utente|usuário|sócio)\b"
    r"|\basiakas ?(?:numero|nro|id|tunnus)\b|^vastaaja(?: ?id)?$"
    r"|\b(?:id|номер|код) (?:клиента|пользователя|респондента)\b|\bmüşteri (?:no|numarası|id)\b"
    r"|\b(?:رقم|معرف|كود) (?:العميل|الزبون|المستخدم|العضوية|المشارك)\b"
    r"|(?:お?客様|顧客|会員|回答者|ユーザー|利用者)(?:id|番号|コード|no)|(?:客户|用户|会员|顾客)(?:编号|号码?|id)"
    r"|^(?:用户名|昵称|ユーザー名|ニックネーム|닉네임|작성자)$"
    r"|(?:고객|회원|사용자) ?(?:번호|id|아이디)"
)
CUSTOMER_KIND = (
    r"\b(?:typ|rodzaj) klienta\b|\btipo (?:di |de )?cliente\b|\basiakas(?:tyyppi|ryhmä)\b"
    r"|\bтип клиента\b|\bmüşteri tipi\b|\b(?:نوع|فئة) (?:العميل|الزبون)\b"
    r"|(?:お?客様|顧客)(?:区分|種別|タイプ)|会員種別|客户类型|고객 ?유형"
)
WORDS = (
    r"uwag[ai](?: klientów)?|opini[ae](?: klientów)?|komentarze?|skarg[ai]|zgłoszenie|sugestie"
    r"|treść(?: (?:opinii|zgłoszenia|wiadomości|skargi))?|wiadomość|odpowied[źz]i?"
    r"|testo(?: .*)?|messaggio|reclamo|suggeriment[oi]|osservazioni|risposta|opinione|recensioni"
    r"|comentários?|avaliação|avaliações|reclamação|sugest(?:ão|ões)|opinião|observações|mensagem"
    r"|resposta|palaute|kommentti|kommentit|vapaa (?:sana|palaute|teksti)|toive(?:et)?|ehdotus"
    r"|arvostelu|vastaus|отзывы?|комментари[йи]|жалоба|предложени[ея]|пожелани[ея]|сообщение"
    r"|текст(?: отзыва)?|yorum(?:lar)?|görüş(?:ler)?|öneri(?:ler)?|şikayet|mesaj"
    r"|(?:ال)?(?:شكوى|تعليق|تعليقات|ملاحظات|ملاحظة|اقتراح|اقتراحات|رأي|مراجعة|نص|رسالة)"
    r"|(?:نص|تفاصيل) (?:الشكوى|التعليق|المراجعة|الرسالة)|رأيك"
    r"|ご?意見(?: ?ご?(?:要望|感想))?|ご?感想|コメント|ご?要望"
    r"|自由(?:記述|回答|記入)欄?|口コミ(?:本文)?"
    r"|レビュー(?:本文)?|お?問い合わせ内容|苦情(?:内容)?|クレーム内容|投稿内容"
    r"|评论(?:内容)?|意见|建议|意见(?:和|与)建议|评价内容|反馈(?:内容)?|投诉内容|留言"
    r"|의견|리뷰(?: ?내용)?|후기|건의 ?사항|불만 ?사항"
)
OPENLY = (
    r"\b(?:popraw\w*|ulepsz\w*|zmieni\w*|brak\w*|sugesti\w*|dlaczego|uwag[ai]|lepiej|przeszkadza\w*"
    r"|migliora\w*|cambi\w*|manca\w*|suggeri\w*|perché|infastidi\w*|commenti"
    r"|melhor\w*|mudar\w*|faltou|suger\w*|sugest\w*|incomod\w*|comentários?"
    r"|paremm\w*|paranta\w*|kehittä\w*|puuttu\w*|miksi|ehdotu\w*|toivo\w*|häirit\w*"
    r"|улучш\w*|измени\w*|не хватает|почему|предложени\w*|пожелани\w*|не понравилось|мешает"
    r"|iyileştir\w*|geliştir\w*|neden|öneri\w*|eksik\w*"
    r"|تحسين\w*|نحسن\w*|اقتراح\w*|ملاحظات\w*|لماذا|تغيير\w*|ينقص\w*|أزعج\w*|يزعج\w*"
    r"|zlepš\w*|chyb\w*|nelíbil\w*|vadil\w*|javít\w*|hiányz\w*|îmbunătăț\w*|lipse\w*|βελτιώ\w*"
    r"|λείπει|לשפר|שיפור|חסר|הפריע|покращ\w*|поліпш\w*)\b"
    r"|改善|要望|不満|困った|悪かった|気になった|もっと|なぜ|どうして|改进|建议|不满|为什么|希望"
    r"|개선|아쉬운|불편|바라는"
)
ASKING = (
    r"co|jak|dlaczego|czy|czego|cosa|come|perché|o que|como|por que|mikä|mitä|miten|miksi|mistä"
    r"|что|как|почему|чего|ne|nasıl|neden|ما|ماذا|كيف|لماذا|هل"
)
GOOD = (
    r"\bco (?:\w+ ){0,4}(?:podoba\w*|spodoba\w*)\b"
    r"|\bco (?:było|jest|poszło|działa) (?:\w+ ){0,2}dobr\w+"
    r"|\bza co nas (?:\w+ )?cenisz\b"
    r"|\b(?:ti|le|vi) (?:è|sono|piace|è piaciut[oaie])(?: \w+){0,2} ?(?:piaciut[oaie]|di più)\b"
    r"|\bcosa (?:\w+ ){0,2}(?:apprezz\w+|piace)\b|\bcosa (?:ha funzionato|funziona|va) bene\b"
    r"|\bgost(?:ou|a|aram|am|aste)\b"
    r"|\bo que (?:\w+ )?(?:funciona|funcionou|correu|foi) (?:bem|bom)\b"
    r"|\bmikä (?:\w+ ){0,2}(?:hyv\w+|ilahdutti|toimi\w*|onnistui)\b|\bmistä (?:pidi\w+|pidät\w*)\b"
    r"|\bчто (?:\w+ ){0,4}понравилось\b|\bчто было (?:\w+ )?хорошо\b|\bbeğend\w+|\bmemnun kald\w+"
    r"|\b(?:أعجب|يعجب|نال إعجاب)\w*|\bأفضل ما\b"
    r"|\b(?:líbil\w*|oceňuj\w*|tetszett|plăcut|άρεσε|αρέσει|אהבת\w?|сподобал\w*)\b"
    r"|良かった|よかった|[良好よ]い点|良いところ|気に入|満足(?:した|された|いただ)|[う嬉]れ?しかった|続けてほしい"
    r"|喜欢|满意的|좋았던|좋은 점|마음에 든"
)
PRAISES = (  # as whole words
    r"piaciut\w*|piace|apprezz\w*|soddisfatt\w*|bene|content[oiae]|buon\w*|punti di forza|pregi"
    r"|utili?|úteis|gost(?!aria)\w+|satisfeit\w*|bem|bom|boa|agrad\w*|elogi\w*|apreci\w*"
    r"|najleps\w*|przydatn\w*|odpowiada\w*|podoba\w*|spodoba\w*|zadowol\w*|dobr\w+|ceni\w*"
    r"|docenia\w*"
    r"|hyvää?|hyvin|tyytyväi\w*|pidit|pidät|onnistu\w*"
    r"|понравил\w*|нравится|хорош\w*|довольны|цените"
    r"|beğen\w*|memnun\w*|iyi|güzel|sevdi\w*|hoşunuza"
    r"|líbí|líbil\w*|spokojen\w*|dobře|oceňuj\w*|tetsz\w*|elégedett\w*|plăcut\w*|mulțumit\w*"
    r"|αρέσ\w*|άρεσ\w*|ευχαριστημέν\w*|אהב\w*|подоба\w*|сподоба\w*|задоволен\w*"
    r"|أعجب\w*|يعجب\w*|الإيجابي\w*|راض\w*|جيد\w*"
)
GOOD_TITLES = (
    r"pochwał[ay]|complimenti|encomi[o]?|elogi|zalety|plusy|mocne strony|dobre|pro|pregi"
    r"|punti di forza|aspetti positivi|vantaggi|positivo"
    r"|pontos (?:fortes|positivos)|vantagens|elogios?|hyvää|plussat|vahvuudet"
    r"|плюсы|достоинства|понравилось|artılar|إيجابيات|الإيجابيات|المزايا|長所|メリット|优点|好评|장점"
)
ALSO_BAD = (
    r"\b(?:gostaria\w*|piacerebbe\w*|vorrebbe|beğenm\w*|migliora\w*|meglio|peggi\w+|non|manca\w*"
    r"|melhor\w*|pior|não|falt\w+|popraw\w*|lepiej"
    r"|ulepsz\w*|zmieni\w*|nie|brak\w*|gorzej|najgorsz\w*|najmniej|parem\w*|paranta\w*|huono\w*|ei"
    r"|puuttu\w*|ne|nem|nu|δεν|לא|zlepš\w*|chyb\w*|не|хуже|улучш\w*|лучше|تحسين\w*|نحسن\w*|لم|لا"
    r"|سيئ\w*|أسوأ)\b"
    r"|改善|悪|不満|もっと|残念|困|要望|不满|不足|改进|아쉬|개선|불편"
)
BAD_TITLES = (
    r"skarg[ai]|wnios(?:ek|ki)|sugesti[ae]|reclam[io]|segnalazion[ei]|suggeriment[io]"
    r"|reclamaç(?:ão|ões)|sugest(?:ão|ões)|жалобы?|предложени[ея]|şikayet(?:ler)?|öneri(?:ler)?"
    r"|شكوى|شكاوى|اقتراحات?|苦情|要望|ご要望|投诉|建议"
    r"|wady|minusy|słabe strony|do poprawy|contro|difetti"
    r"|punti deboli|aspetti negativi|svantaggi"
    r"|da migliorare|pontos (?:fracos|negativos|a melhorar)|desvantagens|a melhorar|huonoa"
    r"|miinukset|heikkoudet|минусы|недостатки|не понравилось|eksiler|سلبيات|السلبيات|العيوب"
    r"|短所|デメリット|悪い点|悪かった点|改善点|缺点|差评|단점"
)

"""The texts of an action plan in several languages."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.content.values import CustomerQuote, PlanContent

# team, title, two quotes, when, we, owner, helper, licence, three steps, blocker, remover
_PLANS = {
    "ar": (
        "فرع شارع الميناء",
        "نتصل بكل عميل قبل زيارته بيوم واحد (حتى الساعة 18:00)",
        "أخذت إجازة في الصباح ولم يخبرني أحد بتغيير الموعد.",
        "مكالمة واحدة كانت ستوفر علينا ساعة، أليس كذلك؟",
        "يحجز زيارة",
        "نتصل به في اليوم السابق ونقول له من سيأتي ومتى",
        "ميرا الكوفي",
        "بن ع.",
        "افعل ما يلزم، واسألنا فقط عن 3 أشياء.",
        "إعداد قائمة المكالمات كل يوم عند الساعة 15:00",
        "توزيع المكالمات على شخصين",
        "كتابة كل زيارة أنقذتها مكالمة",
        "الشاشة تخفي أرقام الهواتف",
        "إيناس",
    ),
    "he": (
        "סניף רחוב הנמל",
        "להתקשר לכל לקוח יום לפני הביקור (עד 18:00)",
        "לקחתי יום חופש ואף אחד לא אמר לי שהתור הוזז.",
        "שיחה אחת הייתה חוסכת לנו שעה, לא?",
        "מזמין ביקור",
        "מתקשרים יום קודם ואומרים מי יבוא ומתי",
        "מירה כהן",
        "בן א׳",
        "תעשו מה שצריך, ותשאלו רק על 3 דברים.",
        "להכין רשימת שיחות כל יום ב-15:00",
        "לחלק את השיחות בין שניים",
        "לרשום כל ביקור ששיחה הצילה",
        "המסך מסתיר מספרי טלפון",
        "עינת",
    ),
    "hi": (
        "बंदरगाह रोड शाखा",
        "हर ग्राहक को मुलाक़ात से एक दिन पहले फ़ोन करें (18:00 तक)",
        "मैंने सुबह की छुट्टी ली और किसी ने नहीं बताया कि समय बदल गया।",
        "एक फ़ोन से हम दोनों का एक घंटा बच जाता।",
        "मुलाक़ात तय करता है",
        "एक दिन पहले फ़ोन करके बताते हैं कि कौन और कब आएगा",
        "मीरा शर्मा",
        "विद्या द्वि.",
        "जो ज़रूरी हो करें। केवल 3 बातें हमसे पूछें।",
        "हर दिन 15:00 बजे कल की सूची बनाएँ",
        "दो लोगों में फ़ोन बाँटें",
        "हर बची हुई मुलाक़ात लिखें",
        "स्क्रीन पर फ़ोन नंबर नहीं दिखते",
        "कृष्णा",
    ),
    "th": (
        "สาขาถนนท่าเรือ",
        "โทรหาลูกค้าทุกคนหนึ่งวันก่อนนัดหมาย (ก่อน 18:00 น.)",
        "ฉันลางานช่วงเช้าแต่ไม่มีใครบอกว่านัดถูกเลื่อน",
        "โทรมาครั้งเดียวก็จะประหยัดเวลาเราทั้งคู่ไปหนึ่งชั่วโมง",
        "จองนัดหมาย",
        "โทรหาล่วงหน้าหนึ่งวันและบอกว่าใครจะมาเมื่อไร",
        "มีรา ปั้นน้ำ",
        "เบน ญ.",
        "ทำทุกอย่างที่จำเป็น ถามเราแค่ 3 เรื่อง",
        "ทำรายชื่อโทรของวันพรุ่งนี้ทุกวันเวลา 15:00",
        "แบ่งการโทรให้สองคน",
        "จดทุกนัดที่การโทรช่วยไว้",
        "หน้าจอซ่อนหมายเลขโทรศัพท์",
        "อิน",
    ),
    "ja": (
        "事前電話",
        "待ち時間の前に電話で教えて (18:00)",
        "事前に電話で教えてほしいです。",
        "「待ち時間」が長すぎます。もっと早くしてください。",
        "電話",
        "事前に電話で教えます",
        "早",
        "長",
        "早くしてください (3)。",
        "事前に電話 15:00",
        "待ち時間を教えて",
        "もっと早く",
        "待ち時間が長すぎます",
        "教",
    ),
}
LANGUAGES = tuple(_PLANS)


def plan_in(plan: PlanContent, language: str) -> PlanContent:
    """This plan with its texts in that language."""
    (team, title, first, second, when, we, owner, helper, may, *steps, hindrance, remover) = _PLANS[
        language
    ]
    return replace(
        plan,
        pick=replace(plan.pick, promise_when=when, promise_we=we, who_asks=owner),
        team=team,
        language=language,
        title=title,
        quotes=(CustomerQuote(words=first, said_by=""), CustomerQuote(words=second, said_by="")),
        reasons=tuple(replace(reason, why="") for reason in plan.reasons),
        owner=owner,
        helpers=(helper,),
        licence=replace(plan.licence, may=may, up_to="200", giver=owner),
        steps=tuple(
            replace(step, words=words, who=helper)
            for step, words in zip(plan.steps, steps, strict=False)
        ),
        blockers=(replace(plan.blockers[0], words=hindrance, remover=remover),),
    )

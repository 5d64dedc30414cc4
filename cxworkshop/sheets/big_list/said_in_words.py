"""What stands beside customers' words, on paper and in a document: how many, who, which way."""

from __future__ import annotations

from cxworkshop.content.values import SaidCard, SaidVerbatim
from cxworkshop.i18n import _, ngettext, with_commas, with_dots


def totals(verbatims: int, customers: int, asked: int = 0) -> str:
    """ "43 things said by 12 customers", and of how many, where others said nothing of it."""
    said = ngettext("{n} thing said", "{n} things said", verbatims).format(n=verbatims)
    if asked > customers:
        text = ngettext(
            "{said} by {heard} of the {n} {customer} we talked to",
            "{said} by {heard} of the {n} {customers} we talked to",
            asked,
        )
        return text.format(said=said, heard=customers, n=asked)
    by = ngettext("by {n} {customer}", "by {n} {customers}", customers).format(n=customers)
    return f"{said} {by}"


def counted_customers(count: int) -> str:
    """ "3 customers"."""
    return ngettext("{n} {customer}", "{n} {customers}", count).format(n=count)


def counted(card: SaidCard) -> str:
    """How many customers count for this card, how many of them only agreed, and why it left."""
    agreed = ngettext("{n} of them only agreed", "{n} of them only agreed", card.agreed)
    only = agreed.format(n=card.agreed) if card.agreed and card.said else ""
    return with_commas(filter(None, (counted_customers(card.customers), only, card.left)))


def beside_words(verbatim: SaidVerbatim) -> str:
    """Who said it, their way, and the card of words that are listed apart from it."""
    of_card = _("of card {code}").format(code=verbatim.code) if verbatim.code else ""
    who = _("— {who}").format(who=verbatim.said_by) if verbatim.said_by else ""
    parts = (who, verbatim.way, of_card)
    return with_dots(part for part in parts if part)

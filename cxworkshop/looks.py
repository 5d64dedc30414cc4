"""When customers are asked again about what was kept: after 3, 6 and 12 months."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import LOOK_AGAIN_AFTER, Look, LookAgain, LookId, Pick, PickId, PutDown
from cxworkshop.queries.progress import latest_check, latest_staff_test
from cxworkshop.queries.workdays import working_day_from
from cxworkshop.rules import NOTICED
from cxworkshop.store.tables.query import StoreReader


def look_name(pick: PickId, months: int) -> LookId:
    """The id of what customers say so many months after."""
    return LookId(f"{pick}/look-{months}")


def lost_at(looks: Sequence[LookAgain]) -> LookAgain | None:
    """The latest look at what was kept, if customers notice it less, or not at all."""
    latest = looks[-1] if looks else None
    return latest if latest and latest.found in (Look.SLIPPING, Look.GONE) else None


def is_gone(looks: Iterable[LookAgain]) -> bool:
    """Whether customers say of what was kept that it is gone."""
    return any(look.found is Look.GONE for look in looks)


def after_months(months: int) -> str:
    """ "after 3 months"."""
    return ngettext("after {n} month", "after {n} months", months).format(n=months)


def kept_and_lost(kept: str, look: LookAgain) -> str:
    """ "kept in round 2; after 3 months: slipping": `kept` with what customers said later."""
    text = ngettext(
        "{kept}; after {n} month: {found}", "{kept}; after {n} months: {found}", look.months
    )
    found = _("gone") if look.found is Look.GONE else _("slipping")
    return text.format(kept=kept, n=look.months, found=found)


def kept_on(store: StoreReader, pick: PickId) -> date | None:
    """The day from which it counts as kept (R5); None if it does not."""
    check, test = latest_check(store, pick), latest_staff_test(store, pick)
    if check is None or test is None or check.verdict not in NOTICED or not test.sure:
        return None
    known = [day for day in (check.done_on, test.asked_on) if day is not None]
    return max(known, default=None)


def next_look(store: StoreReader, pick: Pick) -> tuple[int, date] | None:
    """After how many months customers are asked again, and on which day that the team works.

    None for what is not kept, was looked at to the end, or has slipped.
    """
    kept = kept_on(store, pick.id)
    looks = [row for row in store.rows(LookAgain, pick=pick.id) if row.found is not None]
    if kept is None or any(row.found is not Look.NOTICED for row in looks):
        return None
    done = {row.months for row in looks} | _looks_put_down(store, pick.id)
    left = [months for months in LOOK_AGAIN_AFTER if months > max(done, default=0)]
    if not left:
        return None
    return left[0], working_day_from(store, months_after(kept, left[0]))


def _looks_put_down(store: StoreReader, pick: PickId) -> set[int]:
    names = {f"{LookAgain.table}/{look_name(pick, months)}": months for months in LOOK_AGAIN_AFTER}
    return {names[row.id] for row in store.rows(PutDown) if row.id in names}


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))

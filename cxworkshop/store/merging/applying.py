"""Do what the plan of a merge says: in one transaction, which is one undo step."""

from __future__ import annotations

from datetime import date

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import BatchId, ImportBatch
from cxworkshop.store.merging.plan import MergePlan
from cxworkshop.store.merging.record import write_record
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store
from cxworkshop.store.tables.model_rules import broken_rules


class DoesNotMerge(Refusal):
    """What would come of a merge breaks what holds in every workshop; a mistake of ours."""

    def __init__(self) -> None:
        super().__init__(
            _("The two workshops don’t fit together, so nothing was changed in either.")
        )


def apply_merge(store: Store, plan: MergePlan, title: str, file_name: str, today: date) -> None:
    """Merge; raises DoesNotMerge, and then nothing is changed."""
    if plan.is_empty:
        return
    with store.edit(title, above=plan.least_seq) as edit:
        for table, row_id in plan.removed:
            edit.take_away(table, row_id)
        for (table, _row_id), merged in plan.written.items():
            edit.take_over(table, merged.record, merged.version)
            if merged.lost is not None:
                edit.keep_lost(table, merged.lost)
        for counter, last in plan.counters.items():
            if store.counted(counter) < last:
                edit.take_numbers(counter, above=last - 1)
        _remember(edit, plan, file_name, today)
        tables = {key[0] for key in (*plan.written, *plan.removed)}
        if next(broken_rules(store.connection, tables), None):
            raise DoesNotMerge


def _remember(edit: Edit, plan: MergePlan, file_name: str, today: date) -> None:
    for text in write_record(plan.record):
        edit.write(
            ImportBatch(id=BatchId(new_id()), file_name=file_name, sha256=text, read_on=today)
        )

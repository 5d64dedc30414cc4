"""Old office files: a workbook is read, what else is in one is refused with advice."""

from __future__ import annotations

from cxworkshop.exchange.readers.advice import COPY_WORDS, SAVE_AS_DOCUMENT
from cxworkshop.exchange.readers.compound import CompoundFile
from cxworkshop.exchange.readers.workbook import workbook_table
from cxworkshop.exchange.readers.xls import plain_xls
from cxworkshop.exchange.refusals import LockedFile, OtherKind
from cxworkshop.exchange.table import Table
from cxworkshop.i18n import _, n_

_KINDS = (
    ("WordDocument", n_("An old Word file (.doc)"), SAVE_AS_DOCUMENT),
    ("PowerPoint Document", n_("A presentation"), COPY_WORDS),
    ("__properties_version1.0", n_("A mail"), COPY_WORDS),
)


def read_old_office(data: bytes, sheet: str = "") -> Table:
    """The table of a workbook (.xls); raises an ImportRefusal for anything else."""
    file = CompoundFile(data)
    if "EncryptedPackage" in file.names:
        raise LockedFile
    if not file.names.isdisjoint(("Workbook", "Book")):
        return workbook_table(plain_xls(file, sheet))
    for stream, kind, advice in _KINDS:
        if stream in file.names:
            raise OtherKind(_(kind), _(advice))
    raise OtherKind(_("This old office file"), _(COPY_WORDS))

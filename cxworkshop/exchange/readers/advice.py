"""What to do with a file that can't be read; marked for translation."""

from __future__ import annotations

from cxworkshop.i18n import n_

SAVE_AS_TABLE = n_("Open it, save it as an Excel workbook (.xlsx) or as CSV, and import that.")
SAVE_AS_DOCUMENT = n_("Open it, save it as a Word document (.docx) or as text, and import that.")
COPY_WORDS = n_("Copy the words out of it and paste them at stop 2, one answer on each line.")
UNPACK = n_("Unpack it first, then import the file with the answers.")
EXPORT = n_("Open it where it was made, export it as Excel or Word, and import that.")
MERGE = n_("A copy of this workshop is merged. Export any other as CSV, and import that.")
ASK_FOR_TABLE = n_("Ask for the table or text it was made from, or paste its words at stop 2.")

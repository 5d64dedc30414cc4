"""What this laptop knows to be forgotten in a file that may have lost it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from cxworkshop.ids import identity_from
from cxworkshop.model import Team
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.session import folder_of
from cxworkshop.store.forgetting import register
from cxworkshop.store.forgetting.copies import noted, read_copy
from cxworkshop.store.recovery.identify import Identified


def forgotten_here(path: Path, identified: Identified) -> dict[str, int]:
    """The ids that were forgotten in the workshop of these rows, with the `seq` of each."""
    identities = _possible_identities(path, identified)
    known = _in_newest_copy(path, identities)
    for identity in identities:
        known = {**known, **register.load(identity).ids}
    return known


def _possible_identities(path: Path, identified: Identified) -> set[str]:
    """What it says itself, what its oldest rows say, and what was noted for its path."""
    rows = identified.rows
    stamps = ((row.seq, row.by) for row in rows.values() if row.is_certain)
    own = rows[Team.table, Team.id].values.get("identity") if (Team.table, Team.id) in rows else ""
    notes = [noted(folder_of(path, kind)) for kind in ("sessions", "backups")]
    beside = {identity for note in notes if note for identity in note.identities}
    return {str(own or ""), identity_from(min(stamps, default=(0, ""))[1]), *beside}


def _in_newest_copy(path: Path, identities: Collection[str]) -> dict[str, int]:
    for backup in Backups(path).all():
        with suppress(OSError):
            copy = read_copy(backup.path.read_bytes())
            if copy is not None and copy.identity in identities:
                return dict(copy.forgotten)
    return {}

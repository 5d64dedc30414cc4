"""Reasons why a workshop file can't be opened or written, each with its own advice."""

from __future__ import annotations

from cxworkshop import paths
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, n_


class FileRefusal(Refusal):
    """The file on the disk was not changed."""


class NoSuchFile(FileRefusal):
    """There is nothing at this path."""

    def __init__(self, name: str) -> None:
        super().__init__(_("There is no file {name} here. Check its name.").format(name=name))


class FileIsThere(FileRefusal):
    """A new workshop would overwrite a file."""

    def __init__(self, name: str) -> None:
        sentence = _("{name} is there already, and nothing is overwritten. Choose another name.")
        super().__init__(sentence.format(name=name))


class EmptyFile(FileRefusal):
    """Zero bytes: often a cloud folder's placeholder."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} is empty. Perhaps it has not been downloaded yet: wait until it is, "
                "then open it again."
            ).format(name=name)
        )


class NotAWorkshop(FileRefusal):
    """Some other program's file."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} is not a CX Workshop file. Choose one that ends in .cxw, "
                "or import this one into a workshop."
            ).format(name=name)
        )


class NewerFile(FileRefusal):
    """A format that this program does not know yet."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} was made by a newer CX Workshop. It is unchanged; "
                "update this program to open it."
            ).format(name=name)
        )


class CannotUpgrade(FileRefusal):
    """An older format that could not be brought to today's."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} is of an older CX Workshop and could not be brought up to date. "
                "It is unchanged; keep it, and open an earlier copy."
            ).format(name=name)
        )


class CutShort(FileRefusal):
    """Fewer bytes than the header promises."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} is cut short: the end is missing. Perhaps it is still being copied; "
                "wait, or copy it again from where it came from."
            ).format(name=name)
        )


class TooLarge(FileRefusal):
    """More than any workshop needs."""

    def __init__(self, name: str) -> None:
        sentence = _("{name} is far larger than a workshop can be, so it was not opened.")
        super().__init__(sentence.format(name=name))


class DamagedFile(FileRefusal):
    """A workshop file with wrong contents."""

    def __init__(self, name: str, what: str) -> None:
        self.what = what
        super().__init__(
            _(
                "{name} is damaged: {what}. It was not changed. "
                "Open an older copy of it, and keep this one to be rescued."
            ).format(name=name, what=what)
        )


class NothingLeft(FileRefusal):
    """Not one row of ours can be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "Nothing of a workshop can be read in {name}. It was not changed; "
                "open an earlier copy instead."
            ).format(name=name)
        )


class CannotRead(FileRefusal):
    """The system refuses to read the file."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("{name} can’t be read. Is it a folder, or somebody else’s file?").format(name=name)
        )


class CannotWrite(FileRefusal):
    """The file can't be written, and the system does not say why."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} can’t be saved there. Is the folder still there, not full and not "
                "read only? Choose another place for it."
            ).format(name=name)
        )


class DiskFull(FileRefusal):
    """No room for another image."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} can’t be saved: there is no room left on its disk. "
                "Free some, or save it in another place."
            ).format(name=name)
        )


class TargetGone(FileRefusal):
    """The stick was pulled, or the file was moved or renamed, while it was open here."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} is not where it was. Put the stick back in, "
                "or save your work in another place."
            ).format(name=name)
        )


class ReadOnly(FileRefusal):
    """The file or its folder is read only."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("{name} is read only here. It stays as it is; save yours under another name.").format(
                name=name
            )
        )


class OnlyInMemory(FileRefusal):
    """The newest steps are on no disk yet."""

    text = ""

    def __init__(self) -> None:
        super().__init__(_(self.text).format(folder=paths.data_folder()))


class LaptopFull(OnlyInMemory):
    """This laptop's own disk can't be written."""

    text = n_(
        "This laptop’s own disk takes nothing, so your newest steps are in this window "
        "alone. Free some room, or save them on a stick now."
    )


class DataFolderGone(OnlyInMemory):
    """The program's own folder, where the newest steps are kept, was removed or replaced."""

    text = n_(
        "{folder}, where CX Workshop keeps your newest steps, was moved or deleted, so they are "
        "in this window alone for now. CX Workshop is making it again."
    )


class NotKept(OnlyInMemory):
    """The newest steps could not be written, for a reason that nobody foresaw."""

    text = n_(
        "Your newest steps could not be kept and are in this window alone. CX Workshop "
        "keeps trying; to be sure, save them in another place."
    )


class NotSaved(FileRefusal):
    """The file could not be written, for a reason that nobody foresaw."""

    def __init__(self, name: str) -> None:
        sentence = _("{name} could not be saved. CX Workshop keeps trying.")
        super().__init__(sentence.format(name=name))


class NoAnswer(FileRefusal):
    """The disk has not answered for longer than anybody waits."""

    def __init__(self, name: str) -> None:
        sentence = _("{name} is not saved yet: its disk has not answered for a while.")
        super().__init__(sentence.format(name=name))


class CannotBegin(FileRefusal):
    """The session's folder can't be made or locked."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "This laptop’s own disk takes nothing, so work on {name} could not be kept safe. "
                "Free some room on it, then open the file again."
            ).format(name=name)
        )


class ChangedElsewhere(FileRefusal):
    """Another program wrote the file since we read it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} was changed elsewhere since it was opened here. "
                "It was left as it is now; open it again, or save yours under another name."
            ).format(name=name)
        )


class ChangedWithLeftover(FileRefusal):
    """A killed session left steps, and the file has been changed elsewhere since."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} was changed elsewhere, and this laptop still has steps of its own that "
                "are not in it. Keep both: yours gets a file of its own."
            ).format(name=name)
        )


class MissingWithLeftover(FileRefusal):
    """A killed session left steps, and the file does not exist any more."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} is not there, but your work is safe on this laptop. "
                "Choose where to save it."
            ).format(name=name)
        )


class OpenElsewhere(FileRefusal):
    """A window on this laptop has the file open."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("{name} is open in CX Workshop. Go on there, or close it there first.").format(
                name=name
            )
        )


class BeingChanged(FileRefusal):
    """A command has had the file for longer than anybody waits."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("A command is working on {name}. Wait until it is done, then try again.").format(
                name=name
            )
        )

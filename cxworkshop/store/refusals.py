"""Reasons why a workshop file can't be opened or written, each with its own advice."""

from __future__ import annotations

from cxworkshop import paths
from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, n_
from cxworkshop.limits import MB


class FileRefusal(Refusal):
    """The file on the disk was not changed.

    Each has one sentence, `text`, with the name of the file and other facts in it.
    """

    text = ""

    def __init__(self, name: str = "", **facts: object) -> None:
        super().__init__(_(self.text).format(name=name, **facts))


class NoSuchFile(FileRefusal):
    """There is nothing at this path."""

    text = n_("There is no file {name} here. Check its name.")


class FileIsThere(FileRefusal):
    """A new workshop would overwrite a file."""

    text = n_("{name} is there already, and nothing is overwritten. Choose another name.")


class EmptyFile(FileRefusal):
    """Zero bytes: often a cloud folder's placeholder."""

    text = n_(
        "{name} is empty. Perhaps it has not been downloaded yet: wait until it is, "
        "then open it again."
    )


class NotAWorkshop(FileRefusal):
    """Some other program's file."""

    text = n_(
        "{name} is not a CX Workshop file. Choose another, or import this one into a workshop."
    )


class NewerFile(FileRefusal):
    """A format that this program does not know yet."""

    text = n_(
        "{name} was made by a newer CX Workshop. It is unchanged; update this program to open it."
    )


class NewerSteps(FileRefusal):
    """A newer version on this laptop has steps that this one can't read, and keeps for it."""

    text = n_(
        "A newer CX Workshop on this laptop has steps of {name} that are not in the file yet. They "
        "are safe. Open it there once, and close it; or go on with it there."
    )


class CannotUpgrade(FileRefusal):
    """An older format that could not be brought to today's."""

    text = n_(
        "{name} is of an older CX Workshop and could not be brought up to date. "
        "It is unchanged; keep it, and open an earlier copy."
    )


class CutShort(FileRefusal):
    """Fewer bytes than the header promises."""

    text = n_(
        "{name} is cut short: the end is missing. Perhaps it is still being copied; "
        "wait, or copy it again from where it came from."
    )


class TooLarge(FileRefusal):
    """More than can be held in memory, and more than this program has ever written."""

    text = n_(
        "{name} is {size} MB large, and {most} MB is the most that can be opened. "
        "Look whether it is the right file, or open an earlier copy."
    )

    def __init__(self, name: str, size: int, most: int) -> None:
        super().__init__(name, size=f"{size / MB:,.0f}", most=f"{most / MB:,.0f}")


class DamagedFile(FileRefusal):
    """A workshop file with wrong contents."""

    text = n_(
        "{name} is damaged: {what}. It was not changed. "
        "Open an older copy of it, and keep this one to be rescued."
    )

    def __init__(self, name: str, what: str) -> None:
        self.what = what
        super().__init__(name, what=what)


class NothingLeft(FileRefusal):
    """Not one row of ours can be read."""

    text = n_(
        "Nothing of a workshop can be read in {name}. It was not changed; "
        "open an earlier copy instead."
    )


class CannotRead(FileRefusal):
    """The system refuses to read the file."""

    text = n_("{name} can’t be read. Is it a folder, or somebody else’s file?")


class CannotWrite(FileRefusal):
    """The file can't be written, and the system does not say why."""

    text = n_(
        "{name} can’t be saved there. Is the folder still there, not full and not "
        "read only? Choose another place for it."
    )


class DiskFull(FileRefusal):
    """No room for another image."""

    text = n_(
        "{name} can’t be saved: there is no room left on its disk. "
        "Free some, or save it in another place."
    )


class TargetGone(FileRefusal):
    """The stick was pulled, or the file was moved or renamed, while it was open here."""

    text = n_(
        "{name} is not where it was. Put the stick back in, or save your work in another place."
    )


class ReadOnly(FileRefusal):
    """The file or its folder is read only."""

    text = n_("{name} is read only here. It stays as it is; save yours under another name.")


class OnlyInMemory(FileRefusal):
    """The newest steps are on no disk yet; `cause` says why, and not that they are not."""

    def __init__(self) -> None:
        super().__init__(folder=shown(paths.data_folder()))
        self.cause = self.sentence
        self.sentence = " ".join((self.cause, _("Your newest steps are only in this window.")))


class LaptopFull(OnlyInMemory):
    """This laptop's own disk can't be written."""

    text = n_(
        "This laptop’s own disk takes nothing. Free some room, or save your work on a stick now."
    )


class DataFolderLocked(OnlyInMemory):
    """The program's own folder can't be written by this user, or it is on a read-only disk."""

    text = n_(
        "{folder}, where CX Workshop keeps your newest steps, is read only. Allow writing there, "
        "or save your work in another place now."
    )


class DataFolderGone(OnlyInMemory):
    """The program's own folder, where the newest steps are kept, was removed or replaced."""

    text = n_(
        "{folder}, where CX Workshop keeps your newest steps, was moved or deleted. "
        "CX Workshop is making it again."
    )


class NotKept(OnlyInMemory):
    """The newest steps could not be written, for a reason that nobody foresaw."""

    text = n_(
        "Your newest steps could not be kept. CX Workshop keeps trying; to be sure, save your work "
        "in another place."
    )


class TypingNotKept(FileRefusal):
    """What is half typed can't be written into the program's own folder."""

    text = n_(
        "{folder} takes nothing, so what you have half typed is in this window alone. "
        "Finish it, or free some room there, before you close."
    )

    def __init__(self) -> None:
        super().__init__(folder=shown(paths.data_folder()))


class NotSaved(FileRefusal):
    """The file could not be written, for a reason that nobody foresaw."""

    text = n_("{name} could not be saved. CX Workshop keeps trying.")


class NoAnswer(FileRefusal):
    """The disk has not answered for longer than anybody waits."""

    text = n_("{name} is not saved yet: its disk has not answered for a while.")


class CannotBegin(FileRefusal):
    """The session's folder can't be made or locked."""

    text = n_(
        "{folder} takes nothing, so work on {name} could not be kept safe. "
        "Free some room there, or allow writing, then open the file again."
    )

    def __init__(self, name: str) -> None:
        super().__init__(name, folder=shown(paths.data_folder()))


class ChangedElsewhere(FileRefusal):
    """Another program wrote the file since we read it."""

    text = n_(
        "{name} was changed elsewhere since it was opened here. "
        "It was left as it is now; open it again, or save yours under another name."
    )


class ChangedWithLeftover(FileRefusal):
    """A killed session left steps, and the file has been changed elsewhere since."""

    text = n_(
        "{name} was changed elsewhere, and this laptop still has steps of its own that "
        "are not in it. Keep both: yours gets a file of its own."
    )


class MissingWithLeftover(FileRefusal):
    """A killed session left steps, and the file does not exist any more."""

    text = n_("{name} is not there, but your work is safe on this laptop. Choose where to save it.")


class OpenElsewhere(FileRefusal):
    """A window on this laptop has the file open."""

    text = n_("{name} is open in CX Workshop. Go on there, or close it there first.")


class BeingChanged(FileRefusal):
    """A command has had the file for longer than anybody waits."""

    text = n_("A command is working on {name}. Wait until it is done, then try again.")

"""A .deb on a bare Debian without Python: installed, opened, printed with, carried away on a stick.

    python tests/soak/bundle.py dist/cxworkshop_0.1.0_amd64.deb [--root FOLDER] [--keep FOLDER]

Wants root, debootstrap, Xvfb, xdotool and a mirror of Debian. The first FOLDER keeps the bare
Debian for the next time, the second what was printed and drawn in each language, to be looked at.
Prints a table, ends with 1 if anything went wrong.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL

from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.soak.table import Row

SMALL_FONTS = Path(__file__).resolve().parents[1] / "files" / "fonts"

SUITE = "bookworm"
USER = "guest"
HOME = f"home/{USER}"
STICK = "media/stick"
DISPLAY = ":187"
PATH = "PATH=/usr/local/bin:/usr/bin:/bin"
TITLE = "CX Workshop"
LONGEST_START = 3.0  # seconds to the first window
STARTS = 5


class BareDebian:
    """A Debian of its own in a folder, with a user who has nothing yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        if not (root / "etc" / "debian_version").exists():
            called("debootstrap", "--variant=minbase", SUITE, str(root))
        if not (root / HOME).exists():
            self.ask("useradd", "--create-home", USER)
        (root / STICK).mkdir(parents=True, exist_ok=True)

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """With /proc, as every computer has it."""
        called("mount", "-t", "proc", "proc", str(self.root / "proc"))
        try:
            yield
        finally:
            called("umount", str(self.root / "proc"))

    def ask(self, *words: str) -> str:
        """Run a program there as root; what it printed."""
        return called("chroot", str(self.root), "env", "DEBIAN_FRONTEND=noninteractive", *words)

    def start(self, *words: str, lang: str = "C.UTF-8") -> subprocess.Popen[bytes]:
        """Start a program there as the user, on the screen, with the computer's language."""
        about = [
            f"HOME=/{HOME}",
            f"DISPLAY={DISPLAY}",
            PATH,
            f"LANG={lang}",
        ]
        chroot = ["chroot", f"--userspec={USER}:{USER}", str(self.root)]
        line = f"cd; {' '.join(words)}"
        return subprocess.Popen([*chroot, "env", "-i", *about, "sh", "-c", line])

    def make_new_home(self) -> None:
        """Give the user a home as a new user has it."""
        shutil.rmtree(self.root / HOME)
        self.ask("cp", "-r", "/etc/skel", f"/{HOME}")
        self.ask("chown", "-R", USER, f"/{HOME}")

    def of_home(self) -> set[str]:
        """What the user's home has, but for what every new one has."""
        home, new = self.root / HOME, self.root / "etc" / "skel"
        found = {path.relative_to(home).as_posix() for path in home.rglob("*")}
        return found - {path.relative_to(new).as_posix() for path in new.rglob("*")}


def called(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: {done.stderr or done.stdout}")
    return done.stdout


@contextmanager
def screen() -> Iterator[None]:
    """A screen of its own, which takes whoever comes."""
    words = ["Xvfb", DISPLAY, "-ac", "-noreset", "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(words, stderr=DEVNULL)
    os.environ["DISPLAY"] = DISPLAY
    wait_until(lambda: asked_to("getmouselocation"))
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def wait_until(look: Callable[[], object], patience: float = 60.0) -> bool:
    """Whether it came about in time."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if look():
            return True
        time.sleep(0.01)
    return False


def asked_to(*words: str) -> bool:
    """Whether xdotool could do it."""
    return subprocess.call(["xdotool", *words], stdout=DEVNULL, stderr=DEVNULL) == 0


def windows() -> list[str]:
    """Our windows in sight."""
    words = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.split()


def installed(debian: BareDebian, package: Path) -> Row:
    """By apt, with what the package asks for and no more."""
    shutil.copy(package, debian.root / "tmp" / "cxworkshop.deb")
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "/tmp/cxworkshop.deb")
    debian.ask(*install)
    pythons = [*debian.root.glob("usr/bin/python*"), *debian.root.glob("usr/local/bin/python*")]
    size = int(debian.ask("dpkg-query", "-W", "-f=${Installed-Size}", "cxworkshop")) // 1024
    return Row("installed where there is no Python", 1, len(pythons), f"{size} MB")


def tried(debian: BareDebian) -> Row:
    """The program's own trial: the example, every stop, every sheet, a picture, the end."""
    code = debian.start("cxworkshop", "--smoke", "look.png").wait(300)
    sheets = sorted((debian.root / HOME / "look").glob("*.pdf"))
    left = {name for name in debian.of_home() if not name.startswith("look")}
    is_drawn = (debian.root / HOME / "look.png").exists()
    wrong = [code != 0, len(sheets) < 20, not is_drawn, bool(left)]
    shutil.rmtree(debian.root / HOME / "look", ignore_errors=True)
    note = f"exit code {code}, {len(sheets)} PDFs" + (f", left {sorted(left)}" if left else "")
    return Row("opened the example, printed, ended", 1, sum(wrong), note)


# Once round the loop by commands; those that print leave something to look at.
ROUND = """
new t.cxw --team {team}
say t.cxw '{said}'
say t.cxw '{said} 2'
group t.cxw '{team}: 1 2'
pick t.cxw A
criterion t.cxw 1 can yes --why x
criterion t.cxw 1 notice yes --why x
criterion t.cxw 1 days yes --why x
criterion t.cxw 1 stay yes --why x
plan t.cxw 1 --title {team} --promise '{said}' --owner Mira --licence '{said}' --giver Helena
plan t.cxw 1 --start 2026-11-23 --step '{said} / Mira / 2026-11-25'
lock t.cxw 1 --today 2026-11-23
heard t.cxw 1 '{said}' --mark notices --today 2026-12-23
verdict t.cxw 1 notice --today 2026-12-23
stays t.cxw 1 role '{said}' --where x
sure t.cxw 1 yes
merge t.cxw stick.cxw --yes
print t.cxw poster round-book --to paper
next t.cxw
shot t.cxw --stop 8 --to stop8.png
"""
LANGUAGES = {
    "de_DE.UTF-8": ("Bäckerei", "Zu lange gewartet"),
    "ar_EG.UTF-8": ("المخبز", "انتظرنا طويلا"),
}


def spoken(debian: BareDebian, keep: Path | None) -> Row:
    """Once round the loop in two languages, with a copy from a stick, and the program's trial."""
    home, wrong, notes = debian.root / HOME, 0, []
    for lang, (team, said) in LANGUAGES.items():
        for line in ROUND.format(team=team, said=said).strip().splitlines():
            if line.startswith("merge"):
                shutil.copy(home / "t.cxw", home / "stick.cxw")
                debian.ask("chown", USER, f"/{HOME}/stick.cxw")
                debian.start(f"cxworkshop say stick.cxw '{said} 3'", lang=lang).wait(120)
            if debian.start(f"cxworkshop {line}", lang=lang).wait(120):
                notes.append(f"{lang}: {line}")
        code = debian.start("cxworkshop", "--smoke", "look.png", lang=lang).wait(600)
        papers = [home / "paper" / "poster.pdf", home / "stop8.png", home / "look.png"]
        wrong += code != 0 or not all(path.exists() for path in papers)
        if keep:
            shutil.copytree(home, keep / lang, dirs_exist_ok=True)
        debian.ask("sh", "-c", f"cd /{HOME}; rm -rf *.cxw *.png paper look")
    note = "; ".join(notes[:3]) or "German and Arabic"
    return Row("once round the loop in two languages", 2, wrong + len(notes), note)


def lettered(debian: BareDebian) -> Row:
    """A font pack is opened as by a double click; then the letters are printed."""
    home = debian.root / HOME
    with zipfile.ZipFile(home / "east.cxwfonts", "w") as pack:
        for path in SMALL_FONTS.iterdir():
            pack.write(path, path.name)
    process = debian.start("exec", "cxworkshop", "east.cxwfonts")
    fonts = home / ".local/share/CXWorkshop/fonts"
    wait_until((fonts / "OFL.txt").exists)
    code = quit_program(process)
    for line in ("new t.cxw --team t", "say t.cxw 예약", "print t.cxw cards --to paper"):
        code = code or debian.start(f"cxworkshop {line}", lang="C.UTF-8").wait(120)
    card = home / "paper" / "cards.pdf"
    named = east_asian_fonts(card) if card.exists() else set()
    added = len([*fonts.glob("*.ttf")])
    debian.ask("sh", "-c", f"cd /{HOME}; rm -rf t.cxw paper east.cxwfonts .local .config")
    note = f"exit code {code}, {added} fonts, {len(named)} of them printed with"
    wrong = code != 0 or not added or not named
    return Row("a font pack opened by its name", 1, int(wrong), note)


def east_asian_fonts(pdf: Path) -> set[str]:
    """Which of a pack's fonts a PDF has in it."""
    fonts = [font for page in PdfReader(pdf).pages for font in page["/Resources"]["/Font"].values()]
    names = {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts}
    return names & {path.stem for path in SMALL_FONTS.iterdir()}


def moved_on(debian: BareDebian, package: Path) -> Row:
    """A newer version over the older, and back again: settings and files stay as they were."""
    kept = debian.root / HOME / ".config/CXWorkshop/CX Workshop.conf"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("[General]\ntext=115\nof_tomorrow=new\n")
    debian.ask("chown", "-R", USER, f"/{HOME}/.config")
    tree, newer = debian.root / "tmp/tree", debian.root / "tmp/newer.deb"
    called("dpkg-deb", "-R", str(package), str(tree))
    control = tree / "DEBIAN" / "control"
    control.write_text(control.read_text().replace("Version: 0", "Version: 1", 1))
    called("dpkg-deb", "-Zgzip", "-z1", "--root-owner-group", "-b", str(tree), str(newer))
    install = ("apt-get", "install", "-y", "-qq", "--allow-downgrades")
    versions = []
    for path in ("/tmp/newer.deb", "/tmp/cxworkshop.deb"):
        debian.ask(*install, path)
        versions.append(debian.ask("dpkg-query", "-W", "-f=${Version}", "cxworkshop"))
        quit_program(debian.start("exec", "cxworkshop"))
    shutil.rmtree(tree)
    settings = kept.read_text()
    wrong = versions[0] == versions[1] or "of_tomorrow=new" not in settings
    wrong = wrong or "text=115" not in settings
    return Row("a newer version over the older, and back", 1, int(wrong), " → ".join(versions))


def started(debian: BareDebian) -> Row:
    """How long it takes to show its first window."""
    taken = []
    for _each in range(STARTS):
        began = time.monotonic()
        process = debian.start("exec", "cxworkshop")
        wait_until(windows)
        taken.append(time.monotonic() - began)
        quit_program(process)
    taken.sort()
    note = f"{taken[0]:.2f} to {taken[-1]:.2f} s, median {taken[STARTS // 2]:.2f} s"
    return Row("first window within 3 s", STARTS, sum(each > LONGEST_START for each in taken), note)


def guided(debian: BareDebian) -> Row:
    """The guide goes along; a browser is started with the system's libraries, not with ours."""
    note = debian.root / HOME / "opened"
    opener = debian.root / "usr" / "local" / "bin" / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" "$LD_LIBRARY_PATH" > /{HOME}/opened\n')
    opener.chmod(0o755)
    code = debian.start("cxworkshop", "--guide").wait(60)
    wait_until(note.exists, 10)
    address, _space, libraries = note.read_text().partition(" ") if note.exists() else ("", "", "")
    page = debian.root / address.strip().removeprefix("file:///")
    note.unlink(missing_ok=True)
    opener.unlink()
    wrong = [code != 0, page.name != "index.html" or not page.is_file(), bool(libraries.strip())]
    return Row(
        "the guide opens in a browser", 1, sum(wrong), f"exit code {code}, {address.strip()}"
    )


def carried(debian: BareDebian) -> Row:
    """From a stick with a portable folder: all is kept there, nothing in the home."""
    stick = debian.root / STICK / "cxworkshop"
    shutil.rmtree(stick, ignore_errors=True)
    shutil.copytree(debian.root / "usr/lib/cxworkshop", stick, symlinks=True)
    (stick / "portable").mkdir()
    debian.ask("chown", "-R", USER, f"/{STICK}")
    debian.make_new_home()
    process = debian.start("exec", f"/{STICK}/cxworkshop/cxworkshop", "--example")
    portable = stick / "portable"
    wait_until(lambda: [*portable.glob("sessions/*/*")])
    code = quit_program(process)
    left, kept = debian.of_home(), {path.name for path in portable.iterdir()}
    wrong = [code != 0, bool(left), not {"examples", "settings"} <= kept]
    note = f"exit code {code}, left {sorted(left) or 'nothing'}, kept {sorted(kept)}"
    return Row("nothing left behind by a stick", 1, sum(wrong), note)


def quit_program(process: subprocess.Popen[bytes]) -> int:
    """Press Ctrl+Q in its window; the exit code."""
    wait_until(windows)
    until = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < until:
        for window in windows():
            asked_to("windowfocus", "--sync", window, "key", "ctrl+q")
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.5)
    if process.poll() is None:
        process.kill()
    return process.wait()


def removed(debian: BareDebian) -> Row:
    """Uninstalled, nothing of it is in the system's folders."""
    debian.ask("apt-get", "purge", "-y", "-qq", "cxworkshop")
    left = [path.as_posix() for path in (debian.root / "usr").rglob("*cxworkshop*")]
    return Row("uninstalled without a rest", 1, len(left), " ".join(left[:3]))


def rows(root: Path, package: Path, keep: Path | None) -> Iterator[Row]:
    """One after another, on one Debian."""
    debian = BareDebian(root)
    debian.make_new_home()  # an earlier run may have been broken off
    with debian.mounted(), screen():
        yield installed(debian, package)
        yield tried(debian)
        yield spoken(debian, keep)
        for step in (started, guided, lettered):
            yield step(debian)
        yield moved_on(debian, package)
        for step in (carried, removed):
            yield step(debian)


def main() -> int:
    """Try the package; the answer is the exit code."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("package", type=Path)
    asked.add_argument("--root", type=Path)
    asked.add_argument("--keep", type=Path)
    given = asked.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        root = (given.root or Path(scratch, "root")).resolve()
        for row in rows(root, given.package, given.keep):
            wrong += row.wrong > 0
            print(f"{row.what:<40} {row.times:>3} {row.wrong:>3}  {row.note}", flush=True)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())

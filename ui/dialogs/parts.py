"""The parts that CX Workshop is made of, with their versions and licences."""

from __future__ import annotations

import json
import platform
import re
from dataclasses import dataclass
from importlib import metadata

from cxworkshop import __version__, paths
from cxworkshop.i18n import _, n_

TEXT = re.compile(r"\.dist-info/(licenses/|[^/]*(licen[cs]e|copying|notice))", re.IGNORECASE)


@dataclass(frozen=True)
class LicensedPart:
    """A part with its licence in a word; `package` is a Python package that is installed with us.

    `texts` are the files of its licence among our own resources, `about` is said before them.
    `noted` is the version of what is no Python package.
    """

    name: str
    licence: str
    package: str = ""
    texts: tuple[str, ...] = ()
    about: str = ""
    noted: str = ""

    @property
    def version(self) -> str:
        """The version that runs now; "" where there is none to tell."""
        if self.package:
            try:
                return metadata.version(self.package)
            except metadata.PackageNotFoundError:  # packed into one program without its notes
                return __version__ if self.package == "cxworkshop" else ""
        return platform.python_version() if self.name == "Python" else self.noted

    def licence_text(self) -> str:
        """The whole text, or a sentence that says where it stands."""
        if self.texts:
            texts = [paths.resource(text).read_text(encoding="utf-8") for text in self.texts]
            return "\n\n".join([_(self.about), *texts] if self.about else texts)
        return "\n\n".join(_texts(self.package)) or _beside(self.name) or _(self.about)


_LGPL = n_(
    "Used under the GNU Lesser General Public License, version 3, unchanged and as a library of its"
    " own, so that you may put another version of it in its place. Its source is at qt.io."
    " The texts follow."
)
_MIT = n_("MIT License. The text lies beside the program, in LICENSE.")
_PSF = n_(
    "Python Software Foundation License, version 2. The text stands at docs.python.org/license."
)

_LGPL_TEXTS = ("licences/LGPL-3.0.txt", "licences/GPL-3.0.txt")
_QT_TEXTS = ("licences/Qt-notices.txt", *_LGPL_TEXTS)
_BUNDLED = "licences/bundle"  # packaging/build.py makes it

PARTS = (
    LicensedPart("CX Workshop", "MIT", "cxworkshop", about=_MIT),
    LicensedPart("Python", "PSF-2.0", about=_PSF),
    LicensedPart("Qt, PySide6", "LGPL-3.0", "PySide6-Essentials", _QT_TEXTS, _LGPL),
    LicensedPart("Shiboken", "LGPL-3.0", "shiboken6", _LGPL_TEXTS, _LGPL),
    LicensedPart("Noto, Source Serif", "OFL-1.1", texts=("fonts/OFL.txt",)),
    LicensedPart("qt-material", "BSD-2-Clause", texts=("theme/LICENSE-qt-material",)),
    LicensedPart(
        "NHS patient feedback", "MIT", texts=("examples/LICENSE-patient-feedback-MIT.txt",)
    ),
    LicensedPart("budoux", "Apache-2.0", "budoux"),
    LicensedPart("charset-normalizer", "MIT", "charset-normalizer"),
    LicensedPart("click", "BSD-3-Clause", "click"),
    LicensedPart("click-default-group", "Public Domain", "click-default-group"),
    LicensedPart("fonttools", "MIT", "fonttools"),
    LicensedPart("lxml", "BSD-3-Clause", "lxml"),
    LicensedPart("Pillow", "MIT-CMU", "pillow"),
    LicensedPart("pip", "MIT", "pip"),
    LicensedPart("platformdirs", "MIT", "platformdirs"),
    LicensedPart("pluggy", "MIT", "pluggy"),
    LicensedPart("pypdfium2, PDFium", "BSD-3-Clause, Apache-2.0", "pypdfium2"),
    LicensedPart("pyphen", "LGPL-2.1-or-later, MPL-1.1", "pyphen"),
    LicensedPart("python-calamine", "MIT", "python-calamine"),
    LicensedPart("python-dateutil", "BSD-3-Clause", "python-dateutil"),
    LicensedPart("python-docx", "MIT", "python-docx"),
    LicensedPart("regex", "Apache-2.0, CNRI-Python", "regex"),
    LicensedPart("ReportLab", "BSD-3-Clause", "reportlab"),
    LicensedPart("rl_accel", "BSD-3-Clause", "rl_accel"),
    LicensedPart("sqlite-fts4", "Apache-2.0", "sqlite-fts4"),
    LicensedPart("sqlite-utils", "Apache-2.0", "sqlite-utils"),
    LicensedPart("tabulate", "MIT", "tabulate"),
    LicensedPart("typing_extensions", "PSF-2.0", "typing-extensions"),
    LicensedPart("tzdata", "Apache-2.0", "tzdata"),
    LicensedPart("uharfbuzz, HarfBuzz", "Apache-2.0, MIT", "uharfbuzz"),
    LicensedPart("XlsxWriter", "BSD-2-Clause", "XlsxWriter"),
    LicensedPart("zxing-cpp", "Apache-2.0", "zxing-cpp"),
)  # fmt: skip


def parts() -> list[LicensedPart]:
    """All that there is; a bundle brings its own Python and libraries, and their licences."""
    bundled = _bundled()
    names = {part.name for part in bundled}
    ours = [part for part in PARTS if part.name not in names]
    return [*(part for part in ours if part.version or not part.package), *bundled]


def _bundled() -> list[LicensedPart]:
    listed = paths.resource(_BUNDLED, "parts.json")
    if not listed.is_file():
        return []
    noted = json.loads(listed.read_text(encoding="utf-8"))
    return [
        LicensedPart(
            part["name"],
            part["licence"],
            texts=(f"{_BUNDLED}/{part['text']}",),
            noted=part["version"],
        )
        for part in noted
    ]


def _beside(name: str) -> str:
    """Our own licence in a checkout; it is not among the resources."""
    path = paths.PACKAGE.parent / "LICENSE"
    is_ours = name == "CX Workshop" and path.is_file()
    return path.read_text(encoding="utf-8") if is_ours else ""


def _texts(package: str) -> list[str]:
    """The licences that a package brings along."""
    try:
        files = metadata.files(package) or [] if package else []
    except metadata.PackageNotFoundError:
        return []
    found = [file.read_binary() for file in files if TEXT.search(file.as_posix())]
    return [text.decode("utf-8", "replace") for text in found]

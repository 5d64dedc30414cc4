"""`python -m cxworkshop`: the command line without the two commands that need a screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from cxworkshop import log, memory, private_files


def main(arguments: Sequence[str] | None = None) -> int:
    """One command."""
    from cxworkshop.cli import main as command  # what fails while it is imported is logged too

    return command(arguments)


if __name__ == "__main__":
    gc.set_threshold(memory.SELDOM)  # to look through imports takes a tenth of a command's time
    log.watch()
    private_files.keep_others_out()
    code = main()
    gc.freeze()  # Python ends with one more look through all
    sys.exit(code)

"""Look at the office's page in a real browser: axe-core finds nothing, light and dark.

    npm install axe-core
    python tests/soak/office_page.py report.html node_modules/axe-core/axe.min.js

Wants Chromium. The page itself lets nothing run, so its policy is taken off a copy, with its tables
closed and open. What axe can't decide (the contrast of words inside a drawing) is counted.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
    const told = document.createElement("pre");
    told.id = "axe";
    told.textContent = JSON.stringify({
        violations: found.violations.map(one => [one.id, one.nodes.map(node => node.html)]),
        undecided: found.incomplete.map(one => [one.id, one.nodes.length]),
        passed: found.passes.length,
    });
    document.body.append(told);
});
"""
SCHEMES = {"light": (), "dark": ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")}


def looked_at(page: str, axe: str, scheme: str, folder: Path) -> dict:
    """What axe says of the page in this scheme."""
    scripts = f"<script>{axe.replace('</script', '<' + chr(92) + '/script')}</script>"
    copy = POLICY.sub("", page).replace("</body>", f"{scripts}<script>{RUN}</script></body>")
    target = folder / "page.html"
    target.write_text(copy, encoding="utf-8")
    done = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
         "--dump-dom", *SCHEMES[scheme], target.as_uri()],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    told = re.search(r'<pre id="axe">(.*?)</pre>', done.stdout, re.DOTALL)
    assert told, "axe did not run"
    return json.loads(html.unescape(told[1]))


def main(page_file: str, axe_file: str) -> int:
    page, axe = (Path(name).read_text(encoding="utf-8") for name in (page_file, axe_file))
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        for scheme in SCHEMES:
            for tables in ("closed", "open"):
                shown = page if tables == "closed" else page.replace("<details>", "<details open>")
                told = looked_at(shown, axe, scheme, Path(folder))
                found += len(told["violations"])
                print(scheme, tables, told)
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

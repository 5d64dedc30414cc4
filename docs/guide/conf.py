"""How Sphinx makes the guide. packaging/build_guide.py calls it, for each language."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

project = "CX Workshop"
extensions = ["myst_parser", "bundles.guide_parts"]
exclude_patterns = ["locale"]
nitpicky = True
suppress_warnings = ["misc.highlighting_failure"]  # a diagram's words (mermaid) stand as they are

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

locale_dirs = ["locale"]  # build_guide.py names another for translators who try their work
gettext_compact = "guide"
gettext_location = False
gettext_uuid = False

html_theme = "basic"
html_title = "CX Workshop"
html_short_title = html_title
html_static_path = ["_static"]
templates_path = ["_templates"]
html_css_files = ["guide.css"]
html_sidebars = {"**": ["home.html", "searchbox.html", "globaltoc.html"]}
html_theme_options = {"nosidebar": False, "globaltoc_collapse": True}
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_permalinks = False

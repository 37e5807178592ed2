"""How Sphinx makes the documentation site of this project: ``make site``.

The source folder is the root of the repository: pages are read where they are, and the links that
work in a checkout work on the site.
"""

project = "clientwright"
extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "docs/*.md",
    "generator/diagnostics/codes.md",
    "benchmarks/RESULTS.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
]
exclude_patterns = [".*", "build", "generated", "tests"]
myst_heading_anchors = 4

html_theme = "furo"
html_title = "clientwright"
html_favicon = "site/mark.svg"
html_extra_path = ["site/index.html"]
html_static_path = ["site/site.css", "site/site.js"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False
html_use_index = False

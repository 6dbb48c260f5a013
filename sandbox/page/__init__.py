"""The chat page: plain HTML, CSS and ES modules, served as they stand; no framework, no build step, no request elsewhere."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the files of the page stand; the server hands out `index.html` at `/` and the rest under `/page/`."""

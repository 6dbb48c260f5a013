"""Facts in, `Document` out: what deserves a reader's time, and the pages that say it."""

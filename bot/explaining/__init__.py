"""A reading made visible: the report with every stretch that was read marked and named, for terminals and as a page."""

"""The versions a database can have, oldest first; a test compares them with the files in `versions/`."""

REVISIONS = ("0001", "0002")
HEAD = REVISIONS[-1]

"""Words for days inside a report, one file a language: "Monday", "this week", and which way the verb points."""

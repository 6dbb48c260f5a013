"""What a report says: text in, `Reading` out. Pure functions over the gazetteer and the lexicons."""

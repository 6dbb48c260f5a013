"""Which clock a reader lives by: zones by their IANA names, by cities in any language, by the hour of the day."""

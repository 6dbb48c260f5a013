"""The words: every sentence a user reads, in every interface language. The only room of Babel."""

"""One file a page: facts and a reader in, a `Document` out."""

"""One judge a labelled set: rows and the gazetteer in, measures with their trivial baselines out."""

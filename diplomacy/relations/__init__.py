"""Facts of a pair: what the stored reports of two countries add up to."""

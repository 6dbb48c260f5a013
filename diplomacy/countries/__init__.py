"""The gazetteer: how the world's countries are named, and which ones somebody meant."""

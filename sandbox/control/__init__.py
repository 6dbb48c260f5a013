"""The control calls under `/sandbox/`: speaking as a person, setting the stage, looking on."""

"""The chat page: plain HTML, CSS and ES modules, handed out as they stand, with no request to anywhere else."""

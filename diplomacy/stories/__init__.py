"""Stories: what several reports tell together, found as reports arrive.

    report ─▶ facts (in the worker) ─▶ desk: a wire copy? else the stories that share its rare words, compared closely
           ─▶ it continues one of them, or begins a new one; two that prove to be one are joined

Work grows with the stories that are still open, never with the archive.
"""

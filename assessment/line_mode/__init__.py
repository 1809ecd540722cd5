"""The line mode, `jalon ask`: the whole way from the questions to the document, one line at a time.

Made for a screen reader or the plainest terminal: sentences, numbers before labels, no picture, no colour,
nothing that moves. Each place of the way is one file; `voice.py` says and hears, `visit.py` keeps.
"""

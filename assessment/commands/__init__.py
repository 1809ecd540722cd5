"""One file a command (or a family of commands) of `jalon`; each has a `run(options)`.

It may return an exit code; none means done.
"""

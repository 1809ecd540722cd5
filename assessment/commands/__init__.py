"""One file a command (or a family of commands) of `jalon`; each has a `run(options)`."""

"""The app in a browser on this machine: textual-serve, closed to everyone but the person who started it."""

"""A Document as a word-processor file; nothing here is imported before one is made."""

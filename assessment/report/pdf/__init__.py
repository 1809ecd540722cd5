"""A Document on tagged, archival A4 pages; nothing here is imported before a PDF is made."""

"""The nine pages of the results, one module each kind; pure: words and bars in, Content out."""

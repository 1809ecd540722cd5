"""One assessment being answered: the way through the questions and what each one shows."""

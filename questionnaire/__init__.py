"""WHAT is asked, of whom, in what order: the instrument of the 2019 study and what Jalon adds beside it."""

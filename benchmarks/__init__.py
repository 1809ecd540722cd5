"""WHAT the European respondents answered in 2018-2019, with its doubts."""

"""The same questionnaire in the forms other tools read."""

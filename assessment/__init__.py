"""ONE assessment: from answers to a diagnosis, and the edges that show, keep and print it."""

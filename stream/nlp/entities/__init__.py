"""Who and what an article mentions."""

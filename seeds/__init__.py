"""Sample articles, ready to publish; what must come out of them is in ``expected``."""

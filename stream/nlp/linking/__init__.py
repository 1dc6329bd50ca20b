"""Whose the mentions are: one identity for all mentions of one person, organisation or place."""

from stream.nlp.linking.identity import link

__all__ = ["link"]

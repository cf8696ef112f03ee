"""Corrections, retractions and notes of an update, and what they say of what stood there before."""

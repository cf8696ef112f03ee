"""Exports: what dateline hands to other programs."""

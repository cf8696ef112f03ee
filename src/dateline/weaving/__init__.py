"""Weaving: reports in, stories with claims, origins, differences and a brief out."""

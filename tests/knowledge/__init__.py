"""Tests of `dateline.knowledge`."""

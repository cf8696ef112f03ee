"""Measure dateline against gold: `python -m evaluation [SET …]`.

A set is a folder of gold and a way to score what dateline makes of its pages. Each measure
is one line, `SET/measure value n=count`; floors.json holds what a value may not fall below.
"""

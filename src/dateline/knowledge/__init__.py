"""What is known before a text is read: lexicons, gazetteer, word classes, codebooks.

The knowledge itself is data, under `lexicons/` and `codebooks/`; here it is opened and checked.
"""

"""Plain text: which lines of a dump are the report."""

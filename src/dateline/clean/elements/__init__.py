"""HTML: which units of a page are the report."""

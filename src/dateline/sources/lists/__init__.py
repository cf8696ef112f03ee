"""Lists of reports: feeds, sitemaps, tables, wires."""

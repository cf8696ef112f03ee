"""Where the reports of a story differ, and in what."""

"""Who said what, in which words, through whom."""

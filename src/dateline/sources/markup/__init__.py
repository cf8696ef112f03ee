"""HTML, from its characters to a text whose every character can be found in the markup."""

"""How the data that ships is made; nothing here runs with the package."""

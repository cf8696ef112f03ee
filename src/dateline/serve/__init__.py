"""Faces: what people see of a story, in the terminal, as Markdown and as a web page."""

"""The shapes in which agencies are credited."""

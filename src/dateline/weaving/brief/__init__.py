"""The brief: every line filled from records and cited."""

"""Which reports tell of one story."""

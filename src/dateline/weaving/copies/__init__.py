"""Which reports are copies or versions of one another, and which sentences they share."""

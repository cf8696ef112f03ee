"""Which records of several reports say the same thing."""

"""Learning: heads for a user's codebook, from his examples and the frozen encoder."""

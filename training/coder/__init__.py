"""How the coder's weights are made from the marked sentences. torch lives here alone."""

"""Where pages come from: the only readers of the outside."""

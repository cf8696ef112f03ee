"""How many independent origins stand behind a claim, as an interval, and why."""

"""What the words are: sentences, names, chains, places, times, numbers."""

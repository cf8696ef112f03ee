"""What is said to have happened: statements, figures, events."""

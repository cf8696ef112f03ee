"""What programs ask under `/api/`, and what other commands ask of who holds their file."""

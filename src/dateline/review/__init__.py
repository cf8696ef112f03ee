"""What people set right: corrections as records of their own, and how well rows are judged."""

"""Who counts how many: value, measure, hedge, status and claimant of a number."""

"""What a report is: title, dates, byline, outlet, language."""

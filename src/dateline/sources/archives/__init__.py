"""What holds pages: compressed files, archives, crawls, mails."""

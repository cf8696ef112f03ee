"""What is this text, and who put it out: blocks, metadata, credits."""

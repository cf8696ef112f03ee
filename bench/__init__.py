"""Benches of a store with many reports; `bench/RESULTS.md` has what they found."""

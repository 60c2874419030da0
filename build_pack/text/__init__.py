"""Pure tools of text that many packages need: folding, sentences, addresses, digests, limits."""

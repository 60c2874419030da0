"""The library's entry: a request in, whole files out."""

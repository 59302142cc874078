"""Tries to find single young people in what was published, as somebody would who knows the method and not the key."""

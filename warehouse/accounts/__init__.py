"""Persons, rights, sessions and the log of what was done: written by the web process and by commands."""

"""Ordinary Flask around the pages: who may come in, what a browser may load, and whether the house stands."""

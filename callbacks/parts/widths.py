"""Pixels for which charts keep their labels apart: between a desk, where there is more room, and a phone."""

WHOLE, TWO_THIRDS, HALF = 880, 828, 620

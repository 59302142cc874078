"""Pixels inside a card on a desk of 1366 wide: charts keep their labels apart by it."""

WHOLE, TWO_THIRDS, HALF = 1284, 828, 620

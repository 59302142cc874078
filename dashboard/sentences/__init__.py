"""Plain sentences that say what the figures say. Pure: numbers in, text with **bold** marks out."""

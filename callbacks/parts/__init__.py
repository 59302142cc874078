"""What the callbacks of two or more pages make in the same way."""

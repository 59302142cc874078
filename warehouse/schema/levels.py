"""Who approves a delivery, from low to high. What the last of them approved is published."""

LEVELS = ("pilot", "regio", "bureau", "ministerie")
PUBLISHING = LEVELS[-1]

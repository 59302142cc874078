"""Who approves a delivery, from low to high. What the last of them approved is published."""

LEVELS = ("pilot", "regio", "bureau", "ministerie")
PUBLISHING = LEVELS[-1]
# What was done with a delivery before any of them.
DELIVERED = "levering"
# What is done with it when its term is over: its workbook goes, or all of it.
EMPTIED = "geleegd"
REMOVED = "verwijderd"

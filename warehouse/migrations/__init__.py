"""One history of the tables per area, run by `warehouse.migrate`."""

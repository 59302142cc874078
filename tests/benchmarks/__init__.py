"""The product measured by itself: `make bench`, and in the tests the budgets that do not depend on the machine."""

PAGES = (
    "/",
    "/regio/AM05",
    "/trajecten",
    "/regio/AM05/trajecten",
    "/mijlpalen",
    "/regio/AM05/mijlpalen",
    "/experimenten",
    "/regio/AM05/experimenten",
    "/uitkomsten",
    "/regio/AM05/uitkomsten",
    "/wijzigingen",
)

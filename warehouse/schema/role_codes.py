"""What a person may be here. Nobody has two roles."""

READER, REGION, BUREAU, MINISTRY, ADMINISTRATOR = "lezer", "regio", "bureau", "ministerie", "beheer"
GUEST = "gast"
ROLE_CODES = (READER, REGION, BUREAU, MINISTRY, ADMINISTRATOR)
# These see the regions that they were given, and no others.
OF_REGIONS = (REGION, BUREAU)

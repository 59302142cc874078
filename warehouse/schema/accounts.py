"""Who may sign in, what they may see, and what was done: the only tables that the web process writes."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

AREA = "accounts"
metadata = MetaData(schema=AREA)
LONGEST_LOGIN, LONGEST_NAME, LONGEST_IDENTITY, LONGEST_SUBJECT = 200, 120, 400, 400
LONGEST_KEY = 64

# `identity` is what a provider of OpenID Connect calls this person: issuer and subject, bound at the first sign-in.
# `calendar_key` opens the calendar of milestones once it is signed: alone it opens nothing.
person = Table(
    "person",
    metadata,
    Column("person_id", Integer, primary_key=True),
    Column("login", String(LONGEST_LOGIN), nullable=False, unique=True),
    Column("name", String(LONGEST_NAME), nullable=False),
    Column("role_code", String(16), nullable=False),
    Column("ends_on", Date),
    Column("password_hash", String(200)),
    Column("identity", String(LONGEST_IDENTITY), unique=True),
    Column("demonstration", Boolean, nullable=False),
    Column("added_at", DateTime, nullable=False),
    Column("calendar_key", String(LONGEST_KEY)),
    Index("ix_person_calendar_key", "calendar_key", unique=True),
)
person_region = Table(
    "person_region",
    metadata,
    Column("person_id", ForeignKey("person.person_id", ondelete="CASCADE"), primary_key=True),
    Column("region_code", String(8), primary_key=True),
)
# With the link of an invitation a person chooses a password, once.
invitation = Table(
    "invitation",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("person_id", ForeignKey("person.person_id", ondelete="CASCADE"), nullable=False),
    Column("ends_at", DateTime, nullable=False),
)
guest_link = Table(
    "guest_link",
    metadata,
    Column("guest_id", Integer, primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("name", String(LONGEST_NAME), nullable=False),
    Column("region_code", String(8), nullable=False),
    Column("publication", Integer, nullable=False),
    Column("ends_at", DateTime, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("made_by", String(LONGEST_LOGIN), nullable=False),
    Column("revoked_at", DateTime),
)
# Of a person or of a guest; `as_person_id` is whose pages an administrator looks at.
session = Table(
    "session",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("person_id", ForeignKey("person.person_id", ondelete="CASCADE")),
    Column("guest_id", ForeignKey("guest_link.guest_id", ondelete="CASCADE")),
    Column("as_person_id", ForeignKey("person.person_id", ondelete="CASCADE")),
    Column("begun_at", DateTime, nullable=False),
    Column("seen_at", DateTime, nullable=False),
    Index("ix_session_person", "person_id"),
)
# Failed ones only, by the hashes of a login and of a network address.
attempt = Table(
    "attempt",
    metadata,
    Column("attempt_id", Integer, primary_key=True),
    Column("login_hash", String(64), nullable=False),
    Column("address_hash", String(64), nullable=False),
    Column("tried_at", DateTime, nullable=False),
    Index("ix_attempt_tried_at", "tried_at"),
)
# Append-only: each entry holds the hash of the entry before it. What was done, by whom and to what stands in
# `audit_content`, of which `digest` is the proof; entries from before that have no digest, and hold it themselves.
audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("written_at", DateTime, nullable=False),
    Column("written_by", String(LONGEST_LOGIN)),
    Column("event_code", String(32), nullable=False),
    Column("subject", String(LONGEST_SUBJECT)),
    Column("details", Text),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("digest", String(64)),
    Index("ix_audit_written_at", "written_at"),
)
# Never changed; of a download it may be erased once its term is over, of anything else never.
audit_content = Table(
    "audit_content",
    metadata,
    Column("number", ForeignKey("audit.number"), primary_key=True, autoincrement=False),
    Column("salt", String(64), nullable=False),
    Column("written_by", String(LONGEST_LOGIN), nullable=False),
    Column("subject", String(LONGEST_SUBJECT), nullable=False),
    Column("details", Text),
)
# How often a kind of page was opened in a month, by everyone together: nobody and no region stands in it.
page_use = Table(
    "page_use",
    metadata,
    Column("month", Date, primary_key=True),
    Column("page", String(40), primary_key=True),
    Column("times", Integer, nullable=False),
)

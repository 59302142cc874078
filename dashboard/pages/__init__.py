"""One file a subject: `layout(view)` places what a callback made. No data access."""

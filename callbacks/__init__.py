"""One file a subject: `show(reader, filters)` asks the queries and makes a view; `register` joins it to the app."""

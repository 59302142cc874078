"""Read-only questions to the published tables. Every public function takes a `Reader` first."""

"""PostgreSQL and Redis for a machine that has none, without TCP ports and without leftovers."""

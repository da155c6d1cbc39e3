"""What `make run` runs: servers, data, web, worker and beat under one roof."""

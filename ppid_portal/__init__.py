"""The portal: wiring, shared ground and pages that belong to no single app."""

from ppid_portal.celery import app as celery_app

__all__ = ["celery_app"]

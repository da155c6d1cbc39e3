"""The back office: bases that the apps build on, and the admin of the kernel's own tables."""

from ppid_portal.kernel.admin.dasar import BerperanAdmin, PerkaraAdmin, pelaku

__all__ = ["BerperanAdmin", "PerkaraAdmin", "pelaku"]

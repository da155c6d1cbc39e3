from django.apps import AppConfig


class SitusConfig(AppConfig):
    name = "ppid_portal.situs"
    verbose_name = "Situs"

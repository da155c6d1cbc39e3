from django.urls import URLPattern

app_name = "informasi"
urlpatterns: list[URLPattern] = []
urlpatterns_api: list[URLPattern] = []

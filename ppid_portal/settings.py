"""Settings of the PPID portal; every value that differs per deployment comes from the environment."""

from pathlib import Path

import django_stubs_ext
import environ
from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from ppid_portal.server import alamat

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Demo mode (`make run`): an outbox page, invented accounts, plain HTTP on this machine. Never on a server.
DEMO = env.bool("PPID_DEMO", default=False)
TERTANAM = not env.str("DATABASE_URL", default="")
LOKAL = DEMO or TERTANAM  # a developer's or a newcomer's machine

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = (
    alamat.rahasia(BASE_DIR, "secret_key")
    if LOKAL and "SECRET_KEY" not in env.ENVIRON
    else env("SECRET_KEY")
)
# Keys that encrypt identity data at rest, newest first; older ones still open what they closed.
KUNCI_DATA = (
    [alamat.rahasia(BASE_DIR, "kunci_data")]
    if LOKAL and "KUNCI_DATA" not in env.ENVIRON
    else env.list("KUNCI_DATA")
)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# The address that stands in letters and messages; without a trailing slash.
ALAMAT_SITUS = env.str("ALAMAT_SITUS", default="http://127.0.0.1:8000")

INSTALLED_APPS = [
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "axes",
    "csp",
    "pgtrigger",
    "ppid_portal.kernel",
    "ppid_portal.situs",
    "informasi",
    "permohonan",
    "pengaduan",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "ppid_portal.situs.middleware.kepala_aman",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "ppid_portal.urls"
WSGI_APPLICATION = "ppid_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ppid_portal.situs.konteks.situs",
            ],
        },
    }
]

# --- database, broker, cache
DATABASES = {"default": alamat.database(BASE_DIR) if TERTANAM else env.db("DATABASE_URL")}
DATABASES["default"].setdefault("OPTIONS", {})
if env.bool("DB_POOL", default=False):
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 4, "timeout": 5}
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
CELERY_BROKER_URL = REDIS_URL or alamat.redis_broker(BASE_DIR)
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL or alamat.redis_cache(BASE_DIR),
    }
}
CELERY_TIMEZONE = TIME_ZONE = env.str("TIME_ZONE", default="Asia/Jakarta")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE_FILENAME = str(BASE_DIR / "var" / "celerybeat-schedule")

# --- language
LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True

# --- files: static ones are public, everything else lies outside any web root
STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "var" / "static")))
if LOKAL:
    STATIC_ROOT.mkdir(
        parents=True, exist_ok=True
    )  # nothing is gathered here; whitenoise asks for it
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = LOKAL
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
BERKAS_ROOT = Path(env.str("BERKAS_ROOT", default=str(BASE_DIR / "var" / "berkas")))
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": BERKAS_ROOT, "base_url": None, "file_permissions_mode": 0o600},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOKAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
UKURAN_UNGGAH_MAKS = env.int("UKURAN_UNGGAH_MAKS", default=25_000_000)  # bytes per file
UKURAN_ARSIP_MAKS = env.int("UKURAN_ARSIP_MAKS", default=200_000_000)  # bytes once unpacked
ISI_ARSIP_MAKS = env.int("ISI_ARSIP_MAKS", default=5_000)  # entries of an office file
RASIO_ARSIP_MAKS = env.int("RASIO_ARSIP_MAKS", default=200)  # unpacked bytes per packed byte
HALAMAN_MAKS = env.int("HALAMAN_MAKS", default=5_000)  # pages of a PDF
PIKSEL_GAMBAR_MAKS = env.int("PIKSEL_GAMBAR_MAKS", default=50_000_000)  # pixels of a picture
WAKTU_BACA_MAKS = env.int("WAKTU_BACA_MAKS", default=120)  # seconds to read one file
MEMORI_BACA_MAKS = env.int("MEMORI_BACA_MAKS", default=1_500_000_000)  # bytes of its reader
CLAMD_SOCKET = env.str("CLAMD_SOCKET", default="")  # path of clamd's socket; empty: not scanned
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# --- people who log in
AUTH_USER_MODEL = "kernel.Pengguna"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = reverse_lazy("admin:login")
LOGIN_REDIRECT_URL = reverse_lazy("admin:index")
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_VERBOSE = False
AXES_LOCKOUT_PARAMETERS = [
    ["username", "ip_address"]
]  # a pair, so that nobody can lock an officer out
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# --- transport; plain HTTP only on a local machine
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not LOKAL
SECURE_HSTS_SECONDS = 0 if LOKAL else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOKAL
SECURE_REDIRECT_EXEMPT = [r"^sehat/$"]
SECURE_REFERRER_POLICY = "same-origin"
if env.bool("DI_BELAKANG_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
# Django admin (Unfold) runs Alpine.js, which needs these two; citizens' pages never get them.
CSP_MEJA = {"script-src": [SELF, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}

# --- mail
EMAIL_CONFIG = env.email("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
if LOKAL and "EMAIL_URL" not in env.ENVIRON:
    EMAIL_BACKEND = "ppid_portal.kernel.surel.SurelKeBerkas"
    EMAIL_FILE_PATH = BASE_DIR / "var" / "surel"
DEFAULT_FROM_EMAIL = env.str("SUREL_PENGIRIM", default="PPID <ppid@localhost>")

# --- API
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "ppid_portal.kernel.api.penangan_galat",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": env.str("BATAS_API", default="600/min")},
}
SPECTACULAR_SETTINGS = {
    "TITLE": "API PPID",
    "DESCRIPTION": "Daftar Informasi Publik untuk dibaca mesin.",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["konsol"], "level": "INFO"},
}

UNFOLD = {
    "SITE_TITLE": _("Meja PPID"),
    "SITE_HEADER": _("Meja PPID"),
    "SITE_URL": "/",
    "SITE_SYMBOL": "account_balance",
    "SHOW_BACK_BUTTON": True,
    "BORDER_RADIUS": "6px",
    "STYLES": ["ppid_portal.situs.meja.gaya"],
    "ENVIRONMENT": "ppid_portal.situs.meja.lingkungan",
    "DASHBOARD_CALLBACK": "ppid_portal.situs.meja.hari_ini",
    "COLORS": {
        "primary": {
            "50": "#eef7f5", "100": "#e0f0ec", "200": "#b9ddd5", "300": "#84c2b6", "400": "#4da193",
            "500": "#1f8376", "600": "#0c6b62", "700": "#0a564f", "800": "#0a3d39", "900": "#08302d",
            "950": "#041d1b",
        }
    },
    "SIDEBAR": {"show_search": False, "navigation": "ppid_portal.situs.meja.navigasi"},
}  # fmt: skip

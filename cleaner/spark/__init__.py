"""Many machines: a run's parts made, and its duplicates found, by Spark (extra `spark`).

The shards are cut and the output is put together where `clean` runs; what lies between is done by
the executors with the functions that the processes of one machine use, so the same input gives the
same bytes. Inputs, and the folder of the output, must be on a file system that all machines see at
the same path.

    making                   shards to parts, each in a process of its own
    search                   the search for duplicates
    tables, pairs            bands sorted into buckets, and the pairs of each
    components, rounds       which texts hang together; the greedy decision, by many
    reading, judging         what is read of the parts; texts decided
    settled                  the parts written again without what goes
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cleaner import late as re
from cleaner.errors import CleanerError
from cleaner.io.extras import Extra, require
from cleaner.io.shards import Shard
from cleaner.making import Job
from cleaner.recipe import Duplicates
from cleaner.settle import Search

EXTRA = Extra("spark", ("pyspark", "pyarrow", "pandas"))

JAVA = 17  # the oldest that Spark 4 runs on
VERSION_RE = re.compile(r'version "(\d+)')

# What a Python that failed says at the end of its trace: ValueError: ...
PYTHON_RE = re.compile(
    r"^(?!org\.|java\.|py4j\.)[A-Za-z_][\w.]*(?:Error|Exception): .+", re.MULTILINE
)
SAID = 500  # characters of it that are shown

# Settings of Spark that are ours unless others are given.
DEFAULTS = {
    "spark.app.name": "cleaner",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    # Rows of a batch: of texts of 2 KB each it is 4 MB, of signatures 1 MB.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    "spark.sql.execution.arrow.maxBytesPerBatch": "64m",
    "spark.sql.execution.pyspark.udf.simplifiedTraceback.enabled": "false",
}


class Engine:
    """A session of Spark for one run; a context manager.

    `master`: its address, "" for what Spark's own settings say. `conf`: settings of Spark. Raises
    InputError where the extra is missing, CleanerError where Java is.
    """

    def __init__(self, master: str = "", conf: Mapping[str, str] | None = None) -> None:
        require(EXTRA, "--engine spark")
        _check_java()
        self._master, self._conf = master, dict(conf or {})
        self._session: Any = None
        # What the search for duplicates found, by name.
        self.counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            self._session.stop()

    @property
    def session(self) -> Any:
        """The session; it starts when it is first asked for. Raises CleanerError."""
        if self._session is None:
            from pyspark.sql import SparkSession  # noqa: PLC0415  starting it takes seconds

            # The same Python on every machine, unless another one is named.
            python = self._conf.get("spark.pyspark.python", sys.executable)
            os.environ.setdefault("PYSPARK_PYTHON", python)
            builder = SparkSession.builder
            if self._master:
                builder = builder.master(self._master)
            for name, value in {**DEFAULTS, **self._conf}.items():
                builder = builder.config(name, value)
            with told_plainly():
                self._session = builder.getOrCreate()
        return self._session

    def make_all(
        self, shards: Iterator[Shard], job: Job, timeout: float, done: Callable[[Shard], object]
    ) -> None:
        """Make the parts of all shards; as `cleaner.workers.Crew`."""
        from cleaner.spark.making import make_all  # noqa: PLC0415

        with told_plainly():
            make_all(self.session.sparkContext, shards, job, timeout, done)

    def search(self, wanted: Duplicates, scratch: Path, field: str) -> Search:
        """Return what finds duplicates; as `cleaner.duplicatesearch.LocalSearch`."""
        from cleaner.spark.search import SparkSearch  # noqa: PLC0415

        return SparkSearch(self, wanted, scratch, field)


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """Say what Spark failed of without the traces of two languages. Raises CleanerError."""
    from py4j.protocol import Py4JError  # noqa: PLC0415
    from pyspark.errors import PySparkException  # noqa: PLC0415

    try:
        yield
    except (PySparkException, Py4JError) as error:
        found = PYTHON_RE.findall(str(error))
        said = found[-1] if found else str(error).strip().partition("\n")[0]
        raise CleanerError(f"Spark: {said[:SAID]}") from error


def _check_java() -> None:
    """Raise CleanerError where no Java is found that Spark runs on."""
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    need = f"--engine spark: needs Java {JAVA} or newer"
    do = "install it (Debian: openjdk-17-jre-headless) or set JAVA_HOME"
    if not java or not Path(java).exists():
        raise CleanerError(f"{need}, and there is none; {do}")
    asked = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = VERSION_RE.search(asked.stderr)
    if not found or int(found[1]) < JAVA:
        raise CleanerError(f"{need}, and {java} is {found[1] if found else 'none'}; {do}")

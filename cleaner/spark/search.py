"""The search for duplicates over Spark, with the same result as `LocalSearch` on one machine.

Global are only thin tables: a digest and a key for each document, the keys of the bands, pairs and
edges. All else is read from the parts where it is needed. Each table that a later one is made of is
written out before it is used, so what an executor had in hand can be made again when it is lost.
"""

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
import orjson
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as f

from cleaner.dedup import parse_near
from cleaner.dedup.cluster import SPARED
from cleaner.dedup.contained import MIN_SHARE
from cleaner.dedup.deduplicator import by_worth, check_options
from cleaner.dedup.near import Near
from cleaner.dedup.prepared import Prepared
from cleaner.dedup.signature import PERMUTATIONS
from cleaner.duplicatesearch import field_in, preference_of
from cleaner.figures import Tally
from cleaner.ids import NAMED
from cleaner.io.records import parse
from cleaner.parts import Part, open_finished
from cleaner.recipe import OFF, Duplicates
from cleaner.sharedparagraphs import Shortened, take_repeated
from cleaner.spark import judging, pairs, reading, settled, told_plainly
from cleaner.spark.reading import Parts, Preference
from cleaner.spark.rounds import Rounds
from cleaner.spark.tables import Store, mapped

if TYPE_CHECKING:
    from cleaner.spark import Engine


class SparkSearch:
    """Finds duplicates among the documents of parts; see `cleaner.duplicatesearch.LocalSearch`.

    `scratch`: a folder that all machines see.
    `counts`: what was found, by name: documents, texts, pairs, edges, candidates, rounds.
    """

    def __init__(self, engine: "Engine", wanted: Duplicates, scratch: Path, field: str) -> None:
        near = None if wanted.near == OFF else wanted.near
        check_options(near, preference_of(wanted), contained=wanted.contained)
        self._engine, self._wanted, self._field = engine, wanted, field
        self._scratch = scratch
        self._near = None if near is None else parse_near(near, wanted.numbers)
        self._counts_of: list[int] = []
        self._worths: list[Any] = []
        self._spared: list[dict[str, Any]] = []
        self._left: list[Part] = []
        self.counts = engine.counts

    def take(self, part: Part) -> None:
        """Take note of how many records the next part has."""
        self._counts_of.append(part.size("sizes") // 8)
        self._worths += part.head["noted"]["worths"]

    def spared(self) -> list[dict[str, Any]]:
        """Return the nearest pairs that were compared and kept apart, once it is settled."""
        return self._spared

    def settle(
        self, paths: Sequence[Path], corpus: BinaryIO, dropped: BinaryIO, tally: Tally
    ) -> None:
        """Divide the records of the parts between the corpus and what was dropped."""
        renamed = {at for at, path in enumerate(paths) if path.name.startswith(NAMED)}
        firsts = np.cumsum([0, *self._counts_of])
        folder = str(self._scratch.parent.absolute())
        parts = Parts(folder, frozenset(renamed), firsts)
        self._spark = self._engine.session
        self._store = Store(self._spark, self._scratch)
        self._parts, self._told = parts, self._spark.sparkContext.broadcast(parts)
        with told_plainly():
            documents = self._documents(paths)
            texts = documents.where("pos = first").select("text", "part", "pos", "chars")
            decided = self._decided(texts) if self._near else self._none(judging.JUDGED)
            changed = self._settled(documents, decided)
        for number, path in enumerate(paths):
            is_changed = number in changed
            part = open_finished(settled.path_of(self._scratch, number) if is_changed else path)
            part.copy("kept", corpus)
            if is_changed:
                part.copy("dropped", dropped)
                tally.add(part.head["tally"])
            if self._wanted.paragraphs:
                self._left.append(part)

    def shortened(
        self, corpus: Path, write: Mapping[str, Callable[[bytes], object]]
    ) -> Iterator[Shortened]:
        """Take repeated paragraphs out of the lines of `corpus`: here, as on one machine."""
        least = self._wanted.paragraphs
        if least:
            named = itertools.chain.from_iterable(_names_and_steps(part) for part in self._left)
            yield from take_repeated(
                corpus, least, partial(field_in, field=self._field), named, write
            )

    @contextlib.contextmanager
    def remembered(self, _corpus: Path) -> Iterator[None]:
        """Add nothing to an index: there is none."""
        yield

    # Tables

    def _none(self, schema: str) -> DataFrame:
        return self._spark.createDataFrame([], schema)

    def _by_part(self, table: DataFrame) -> DataFrame:
        """Sort rows so that each part is read once."""
        return table.repartition("part").sortWithinPartitions("part", "pos")

    def _documents(self, paths: Sequence[Path]) -> DataFrame:
        """Return what is known of each document; of equal texts one key, and the first of them."""
        preference = Preference(preference_of(self._wanted))
        if preference.name == "worth":
            preference = Preference("worth", str(self._ranked(paths)))
        count = max(min(len(paths), self._spark.sparkContext.defaultParallelism * 4), 1)
        numbers = self._spark.range(0, len(paths), 1, count).select(f.col("id").alias("part"))
        told, read = self._told, reading.documents
        found = mapped(numbers, read, reading.DOCUMENTS, told=told, preference=preference)
        if self._wanted.exact:
            equal = Window.partitionBy("d0", "d1")
            first, text = f.min("pos").over(equal), f.min("k").over(equal)
        else:
            first, text = f.col("pos"), f.col("k")
        found = found.withColumn("first", first).withColumn("text", text).drop("d0", "d1")
        stored = self._store.put(found, "documents")
        self.counts["documents"] = int(self._parts.firsts[-1])
        return stored

    def _ranked(self, paths: Sequence[Path]) -> Path:
        """Write down the rank of each document by its worth; this is done here, in memory."""
        prepared = (Prepared.from_bytes(open_finished(path).read("prepared")) for path in paths)
        reads = np.concatenate([np.empty(0, np.int64), *(one.reads for one in prepared)])
        positions = np.arange(len(reads))
        order = by_worth(np.lexsort((positions, -reads)).tolist(), self._worths)
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = positions
        path = (self._scratch / "ranks.npy").absolute()
        path.parent.mkdir(exist_ok=True)
        np.save(path, ranks)
        return path

    # Candidates

    def _decided(self, texts: DataFrame) -> DataFrame:
        """Return what was decided of the texts that have candidates, and what was spared."""
        assert self._near
        edges = self._edges(texts, self._near)
        if self._wanted.contained:
            edges = self._store.put(edges.unionByName(self._inside(texts)), "all-edges")
        self.counts["edges"] = self._store.rows("all-edges" if self._wanted.contained else "edges")
        if not self.counts["edges"]:
            return self._none(judging.JUDGED)
        names = edges.select(f.explode(f.array("first", "second")).alias("text")).distinct()
        told, read, field = self._told, reading.texts, self._field
        wanted = self._by_part(names.join(texts, "text"))
        bodies = self._store.put(
            mapped(wanted, read, reading.TEXTS, told=told, field=field), "texts"
        )
        self.counts["candidates"] = self._store.rows("texts")
        contained = self._wanted.contained
        rounds = Rounds(bodies, self._near, self._store, contained=contained)
        judged = rounds.decided(edges, self.counts["edges"])
        self.counts |= rounds.counts
        return judged

    def _edges(self, texts: DataFrame, near: Near) -> DataFrame:
        """Return the pairs that share a bucket and are near enough, as far as signatures tell."""
        told, sorted_texts = self._told, self._by_part(texts)
        keys = mapped(sorted_texts, reading.keys, reading.KEYS, told=told, near=near)
        ordered = keys.repartition("band", "key").sortWithinPartitions("band", "key", "text")
        found = self._store.put(mapped(ordered, pairs.of_buckets, pairs.FOUND), "buckets")
        view = f.floor(f.col("band") / near.bands).alias("view")
        ends = f.explode(f.array("first", "second")).alias("text")
        asked = found.select(view, ends).where(f.col("text") != pairs.ALONE).distinct()
        of_texts = asked.select("text").distinct().join(texts, "text")
        signed = mapped(self._by_part(of_texts), reading.signatures, reading.SIGNED, told=told)
        signed = self._store.put(signed, "signed")
        members = found.where(f.col("second") == pairs.ALONE).select("band", "key", "first", view)
        of_members = signed.withColumnRenamed("text", "first")
        large = (
            members.join(of_members, ["view", "first"])
            .repartition("band", "key")
            .sortWithinPartitions("band", "key", "first")
        )
        large = mapped(large, pairs.of_large, pairs.PAIRS, near=near)
        small = found.where(f.col("second") != pairs.ALONE).select(view, "first", "second")
        every = self._store.put(small.unionByName(large).distinct(), "pairs")
        self.counts["pairs"] = self._store.rows("pairs")
        chars = f.col("chars")
        known = signed.join(texts.select("text", "chars"), "text")
        sides = [
            known.select(
                "view", f.col("text").alias(side), f.col("signed").alias(name), chars.alias(size)
            )
            for side, name, size in (("first", "signed", "mine"), ("second", "other", "theirs"))
        ]
        with_both = every.join(sides[0], ["view", "first"]).join(sides[1], ["view", "second"])
        least = f.least("mine", "theirs").alias("least")
        with_both = with_both.select("view", "first", "second", "signed", "other", least)
        return self._store.put(
            mapped(with_both, pairs.near_enough, pairs.EDGES, near=near), "edges"
        )

    def _inside(self, texts: DataFrame) -> DataFrame:
        """Return the pairs of which one text may stand in the other."""
        runs = mapped(self._by_part(texts), reading.sampled, reading.SAMPLED, told=self._told)
        ordered = runs.repartition("key").sortWithinPartitions("key", "text")
        found = mapped(ordered, pairs.of_samples, pairs.SHARED)
        shared = found.groupBy("first", "second", "counted").count()
        share = f.col("count") / f.greatest(f.col("counted"), f.lit(1))
        agree = f.rint(share * PERMUTATIONS).cast("bigint").alias("agree")
        return shared.where(share >= MIN_SHARE).select("first", "second", agree)

    # Outcome

    def _settled(self, documents: DataFrame, judged: DataFrame) -> frozenset[int]:
        """Write the parts from which something goes again, and return their numbers."""
        found = judged.where((f.col("kind") == judging.DECIDED) & (f.col("root") != f.col("text")))
        copies = found.select("text", "root", "reason", "evidence")
        kept = f.coalesce("root", "text").alias("kept")
        gone = self._store.put(
            documents.join(copies, "text", "left")
            .where("root is not null or k != text")
            .select("part", "pos", "stands", kept, "reason", "evidence"),
            "gone",
        )
        sums = gone.groupBy("kept").agg(f.sum("stands").alias("others"))
        best = documents.where("k = text").select(f.col("k").alias("kept"), "part", "pos", "stands")
        size = (f.col("stands") + f.col("others")).alias("size")
        heads = self._by_part(best.join(sums, "kept").select("kept", "part", "pos", size))
        told = self._told
        heads = self._store.put(mapped(heads, reading.names, reading.NAMES, told=told), "heads")
        going = gone.join(heads.select("kept", "name"), "kept").withColumn("size", f.lit(0))
        staying = heads.select("part", "pos", "size")
        actions = going.unionByName(staying, allowMissingColumns=True)
        actions = actions.select("part", "pos", "size", "name", "reason", "evidence")
        scratch = str(self._scratch.absolute())
        actions = self._by_part(actions)
        done = mapped(actions, settled.settle, settled.DONE, told=told, scratch=scratch)
        pieces = frozenset(row.part for row in done.collect())
        self._spared = list(self._told_of(judged))
        return pieces

    def _told_of(self, judged: DataFrame) -> Iterator[dict[str, Any]]:
        apart = judged.where(f.col("kind") == judging.APART)
        nearest = apart.orderBy(f.desc("similarity"), "text", "root").limit(SPARED)
        for row in nearest.collect():
            yield {
                "ids": [self._name_of(row.root), self._name_of(row.text)],
                "similarity": row.similarity,
                "points": orjson.loads(row.evidence).get("points"),
                "reason": row.reason,
            }

    def _name_of(self, text: int) -> str:
        position = self._parts.position(text)
        number = int(np.searchsorted(self._parts.firsts, position, "right")) - 1
        row = np.array([position - self._parts.firsts[number]])
        return next(reading.names_at(self._parts, number, row))


def _names_and_steps(part: Part) -> Iterator[tuple[str, int]]:
    """Yield the id of each document that stays in a part, and how many stages changed it."""
    names = part.head["noted"]["names"]
    steps = np.frombuffer(part.read("steps"), np.uint16).tolist()
    for row, (line, count) in enumerate(zip(part.lines("kept"), steps, strict=True)):
        yield names.get(str(row)) or str(parse(line)["id"]), count

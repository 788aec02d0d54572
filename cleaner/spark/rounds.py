"""The greedy decision of one machine, by many: the same texts go, because of the same ones.

A text goes if it is verified against one that stays, so what is decided of it depends on what is
decided of its candidates, and on nothing outside its component. Components of few edges are
decided whole, each by one process, in order. What is larger goes in rounds: its texts are dealt
into buckets, those together that share the candidate that is preferred to all; each bucket decides,
in order, what it can; the rest waits for the next round, until one process can do it. The first
pages of a template are candidates of all of it, so a template is one bucket, or few; text by text
a thousand pages of one would take a thousand rounds.
"""

import itertools
from typing import Any

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as f

from cleaner.dedup.near import Near
from cleaner.spark import judging
from cleaner.spark.components import components
from cleaner.spark.tables import Store, mapped

# Edges that one process decides, at most. Chosen: with their texts they take up to 1 GB where few
# texts have two, and .3 GB where all are of one template (200 edges each).
TAIL = 1_000_000


class Rounds:
    """Decides texts; `counts` takes down how many rounds there were.

    `bodies`: the texts that have candidates.
    """

    def __init__(self, bodies: DataFrame, near: Near, store: Store, *, contained: bool) -> None:
        self._bodies, self._near = bodies, near
        self._store, self._contained = store, contained
        self.counts = {"components_rounds": 0, "rounds": 0}

    def decided(self, edges: DataFrame, count: int) -> DataFrame:
        """Return what is decided of every text that has candidates; `count`: of edges."""
        edges = edges.withColumn("root", f.lit(None).cast("bigint"))
        if count <= TAIL:
            return self._judged(edges, f.lit(0), "judged", alone=True)
        pairs = edges.select("first", "second").distinct()
        stars, self.counts["components_rounds"] = components(pairs, self._store)
        # The least of a component is in no pair as the one that points.
        least = f.coalesce("least", "first").alias("component")
        named = edges.join(stars, edges["first"] == stars["text"], "left")
        named = named.select("second", "first", "agree", "root", least)
        size = f.count("*").over(Window.partitionBy("component"))
        is_large = (size > TAIL).alias("large")
        named = self._store.put(named.select("*", is_large), "components", "large")
        small = named.where(~f.col("large"))
        whole = self._judged(small, f.col("component"), "judged", alone=True)
        if not self._store.rows("components/large=true"):
            return whole
        large = named.where("large").select("second", "first", "agree", "root")
        return whole.unionByName(self._in_rounds(large))

    def _judged(self, edges: DataFrame, bucket: Column, name: str, *, alone: bool) -> DataFrame:
        """Decide the texts of edges, and write that down. `alone`: nothing is decided elsewhere."""
        buckets = _in_buckets(edges.withColumn("bucket", bucket.cast("bigint")), self._bodies)
        given: dict[str, Any] = {"near": self._near, "contained": self._contained, "alone": alone}
        return self._store.put(mapped(buckets, judging.judged, judging.JUDGED, **given), name)

    def _in_rounds(self, edges: DataFrame) -> DataFrame:
        """Decide texts as soon as their candidates are."""
        seconds = edges.select("second").distinct()
        lone = edges.select("first").distinct()
        lone = lone.join(seconds, lone["first"] == seconds["second"], "left_anti")
        # What has no candidate before it stays, and stands for itself.
        decided = lone.select(f.col("first").alias("text"), f.col("first").alias("root"))
        waiting = edges
        rounds: list[DataFrame] = []
        for number in itertools.count(1):
            name = f"waiting-{number}"
            waiting = self._store.put(_marked(waiting, decided), name)
            is_last = self._store.rows(name) <= TAIL
            # Where they are too many for one, those that are preferred come first: they wait least.
            place = f.rank().over(Window.partitionBy("near").orderBy("second")) - 1
            share = f.floor(place / TAIL)
            bucket = f.lit(0) if is_last else f.xxhash64("near", share)
            judged = self._judged(waiting, bucket, f"judged-{number}", alone=is_last)
            rounds.append(judged)
            if is_last:
                break
            decided = judged.where(f.col("kind") == judging.DECIDED).select("text", "root")
            done = decided.select(f.col("text").alias("second"))
            waiting = waiting.join(done, "second", "left_anti")
        self.counts["rounds"] = number
        every = rounds[0]
        for one in rounds[1:]:
            every = every.unionByName(one)
        return every


def _marked(edges: DataFrame, decided: DataFrame) -> DataFrame:
    """Return edges with what is known now of the candidates.

    `near`: of each text the candidate, or what that stands for, that is preferred to all.
    """
    known = decided.withColumnRenamed("root", "new")
    joined = edges.join(known, edges["first"] == known["text"], "left")
    joined = joined.withColumn("root", f.coalesce("root", "new"))
    near = f.min(f.coalesce("root", "first")).over(Window.partitionBy("second")).alias("near")
    return joined.select("second", "first", "agree", "root", near)


def _in_buckets(edges: DataFrame, bodies: DataFrame) -> DataFrame:
    """Return edges by their buckets, and to each bucket the texts that it needs, each once."""
    none = f.lit(judging.OPEN).cast("bigint")
    edges = edges.select(
        "bucket", "second", "first", "agree", f.coalesce("root", none).alias("root"),
        none.alias("chars"), f.lit(None).cast("binary").alias("body"),
    )  # fmt: skip
    kept = f.when(f.col("root") == judging.OPEN, f.col("first")).otherwise(f.col("root"))
    needed = edges.select("bucket", f.explode(f.array(f.col("second"), kept)).alias("text"))
    held = (
        needed.distinct()
        .join(bodies, "text")
        .select(
            "bucket", f.col("text").alias("second"), none.alias("first"), none.alias("agree"),
            none.alias("root"), "chars", "body",
        )
    )  # fmt: skip
    return edges.unionByName(held).repartition("bucket").sortWithinPartitions("bucket")

"""Which texts hang together by candidate pairs: alternating stars, written out each round.

Large stars and small stars (Kiveris et al., Connected Components in MapReduce and Beyond, 2014):
every text points to the least that it knows of, until nothing changes; some log n rounds. What is
passed round is two integers an edge. Each round is written out: an executor that is lost takes
nothing along (`localCheckpoint` keeps its tables on the executors, and the job goes with them).
"""

import itertools

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as f

from cleaner.spark.tables import Store


def components(edges: DataFrame, store: Store) -> tuple[DataFrame, int]:
    """Return (text, least) for each text but the least of its component, and the rounds taken.

    `edges`: (first, second), first < second, each pair once.
    """
    stars = edges.select(f.col("second").alias("text"), f.col("first").alias("least"))
    before = None
    for number in itertools.count(1):
        stars = store.put(_small(_large(stars)), f"stars-{number}")
        # The same pairs, as far as their number and the sum of their hashes tell.
        hashes = f.xxhash64("text", "least").cast("decimal(38,0)")
        now = stars.agg(f.count("*").alias("pairs"), f.sum(hashes).alias("sum")).collect()
        if now == before:
            break
        before = now
    return stars, number


def _large(pairs: DataFrame) -> DataFrame:
    """Let the greater neighbours of each text point to the least of all, itself included."""
    turned = pairs.select(f.col("least").alias("text"), f.col("text").alias("least"))
    both = pairs.unionByName(turned)
    least = f.least("text", f.min("least").over(Window.partitionBy("text")))
    found = both.withColumn("new", least).where("least > text")
    return found.select(f.col("least").alias("text"), f.col("new").alias("least")).distinct()


def _small(pairs: DataFrame) -> DataFrame:
    """Let each text and its lesser neighbours point to the least of these."""
    found = pairs.withColumn("new", f.min("least").over(Window.partitionBy("text")))
    own = found.select("text", f.col("new").alias("least"))
    others = found.where("least != new").select(
        f.col("least").alias("text"), f.col("new").alias("least")
    )
    return own.unionByName(others).distinct()

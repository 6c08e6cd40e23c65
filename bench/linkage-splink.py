"""Splink on the table of `linkage-table.ts`, with the rules of `linkage-rules.yaml` and levels as near
as its vocabulary has them, tuned by its own guides: narrow results, prepared blocking columns.

python linkage-splink.py TABLE.parquet OUT THREADS
"""

import json
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

table, out, threads = sys.argv[1:4]
seconds = {}


def timed(stage, run):
    start = time.perf_counter()
    result = run()
    seconds[stage] = time.perf_counter() - start
    return result


def levels(column, *similar, tf=False):
    exact = cll.ExactMatchLevel(column, term_frequency_adjustments=tf)
    return cl.CustomComparison(
        output_column_name=column,
        comparison_levels=[cll.NullLevel(column), exact, *similar, cll.ElseLevel()],
    )


connection = duckdb.connect()
connection.execute(f"set threads = {threads}")
connection.execute("set enable_progress_bar = false")


def load():
    # What blocking asks for is a column of its own, as the guides advise.
    connection.execute(
        f"""create table records as select unique_id, name, nik, kk, birth_date, sex, address, ward,
        substr(name, 1, 3) as name3, substr(birth_date, 1, 4) as birth_year,
        array_to_string(list_sort(string_split(name, ' ')), ' ') as name_words,
        array_to_string(list_sort(string_split(address, ' ')), ' ') as address_words
        from '{table}'"""
    )


timed("load", load)
settings = SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("nik"),
        block_on("kk", "name3"),
        block_on("birth_date", "name3"),
        block_on("name_words", "ward"),
        block_on("birth_date", "ward"),
        block_on("address_words", "name3"),
        block_on("name_words", "birth_year"),
    ],
    comparisons=[
        levels("nik", cll.LevenshteinLevel("nik", 1), cll.LevenshteinLevel("nik", 2)),
        levels(
            "name",
            cll.ExactMatchLevel("name_words"),
            cll.JaroWinklerLevel("name", 0.92),
            cll.JaroWinklerLevel("name", 0.88),
            cll.JaroWinklerLevel("name", 0.7),
            tf=True,
        ),
        cl.DateOfBirthComparison("birth_date", input_is_string=True),
        levels("kk", cll.LevenshteinLevel("kk", 1), cll.LevenshteinLevel("kk", 2)),
        levels("address", cll.JaroWinklerLevel("address", 0.92), cll.JaroWinklerLevel("address", 0.8)),
        levels("ward", tf=True),
        levels("sex"),
    ],
    retain_matching_columns=False,
    retain_intermediate_calculation_columns=False,
)
linker = Linker("records", settings, DuckDBAPI(connection))


def train():
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("nik"), block_on("name_words", "birth_date")], recall=0.8
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in (
        block_on("nik"),
        block_on("birth_date", "name3"),
        block_on("name_words", "ward"),
    ):
        training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )


timed("train", train)
predictions = timed("block_and_score", lambda: linker.inference.predict(threshold_match_weight=-4))
cluster = linker.clustering.cluster_pairwise_predictions_at_threshold
clusters = timed("cluster", lambda: cluster(predictions, threshold_match_probability=0.95))


def write():
    connection.execute(
        f"""copy (select unique_id_l as left_id, unique_id_r as right_id, match_weight as weight_bits
        from {predictions.physical_name}) to '{out}/pairs.parquet' (format parquet)"""
    )
    connection.execute(
        f"""copy (select unique_id as id, cluster_id from {clusters.physical_name})
        to '{out}/clusters.csv' (format csv, header)"""
    )


timed("write", write)
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "name": f"splink {splink.__version__}, duckdb {duckdb.__version__}",
            "seconds": seconds,
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "peak_memory_mb": usage.ru_maxrss / 1000,
        }
    )
)

for probability in (0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.999999):
    clusters = cluster(predictions, threshold_match_probability=probability)
    connection.execute(
        f"""copy (select unique_id as id, cluster_id from {clusters.physical_name})
        to '{out}/clusters-{probability}.parquet' (format parquet)"""
    )

"""Splink on two public lists with the settings of its own tutorials: pairs and clusters at the best threshold.

python linkage-splink-public.py fake|historical LIST.csv
"""

import json
import sys
from collections import Counter

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

which, path = sys.argv[1:3]
rows = duckdb.sql(f"select * from read_csv('{path}', all_varchar = true)").df()


def fake():
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "city"),
            block_on("surname"),
        ],
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("dob", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
    )
    linker = Linker(rows, settings, DuckDBAPI())
    train(
        linker,
        sure=[
            block_on("first_name", "dob"),
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            block_on("email"),
        ],
        recall=0.7,
        pairs=1e6,
        sessions=[block_on("first_name", "surname"), block_on("dob"), block_on("email")],
    )
    return linker


def historical():
    rows["first_name_surname_concat"] = rows.first_name + " " + rows.surname
    postcode = "substr(postcode_fake,1,3)"
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("postcode_fake", "first_name"),
            block_on("postcode_fake", "surname"),
            block_on("dob", "birth_place"),
            block_on(postcode, "dob"),
            block_on(postcode, "first_name"),
            block_on(postcode, "surname"),
            block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison(
                "first_name",
                "surname",
                forename_surname_concat_col_name="first_name_surname_concat",
            ),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
    )
    linker = Linker(rows, settings, DuckDBAPI())
    train(
        linker,
        sure=[
            block_on("first_name", "surname", "dob"),
            block_on("substr(first_name,1,2)", "surname", "substr(postcode_fake,1,2)"),
            block_on("dob", "postcode_fake"),
        ],
        recall=0.6,
        pairs=5e6,
        sessions=[block_on("first_name", "surname"), block_on("dob")],
    )
    return linker


def train(linker, sure, recall, pairs, sessions):
    training = linker.training
    training.estimate_probability_two_random_records_match(sure, recall=recall)
    training.estimate_u_using_random_sampling(max_pairs=pairs)
    for session in sessions:
        training.estimate_parameters_using_expectation_maximisation(session)


def pairs_within(labels):
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


linker = {"fake": fake, "historical": historical}[which]()
predictions = linker.inference.predict(threshold_match_probability=0.001)
found = predictions.as_pandas_dataframe().sort_values("match_weight", ascending=False)
truth = dict(zip(rows.unique_id, rows.cluster))
true_pairs = pairs_within(rows.cluster)
right = 0
best = 0.0
for given, (left, right_id) in enumerate(zip(found.unique_id_l, found.unique_id_r), 1):
    right += truth[left] == truth[right_id]
    best = max(best, 2 * right / (given + true_pairs))
clusters = []
for probability in (0.5, 0.8, 0.9, 0.95, 0.99, 0.999):
    made = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predictions, threshold_match_probability=probability
    ).as_pandas_dataframe()
    both = pairs_within(zip(made.cluster_id, made.cluster))
    clusters.append(2 * both / (pairs_within(made.cluster_id) + true_pairs))
print(json.dumps({"pairs": best, "clusters": max(clusters)}))

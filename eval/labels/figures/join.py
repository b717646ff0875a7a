"""Puts the sentences to the labelled places: usage join.py DATA LABELS.jsonl ... Prints pairs in the form of claims/figures_dev.jsonl."""
import json, sys

rows = lambda name: map(json.loads, open(f"{sys.argv[1]}/{name}", encoding="utf8"))
units = {(r["article"], u["id"]): u["text"] for r in rows("claims/claim_links_train_units.jsonl") for u in r["units"]}
texts = {r["article"]: "\n".join(u["text"] for u in r["units"]) for r in rows("claims/claim_links_train_units.jsonl")}
texts |= {r["id"]: r["text"] for name in ("ecbplus_dev", "newswcl50", "meantime_dev") for r in rows(f"stories/{name}.jsonl")}
texts |= {r["body"]: r["text"] for r in rows("claims/fnc_train_bodies.jsonl")}
for name in sys.argv[2:]:
    for pair in map(json.loads, open(name, encoding="utf8")):
        row = {k: pair[k] for k in ("id", "story", "slot", "label")}
        for side in "ab":
            article = pair["article_" + side]
            row["doc_" + side], row["value_" + side] = article, pair["value_" + side]
            unit = pair.get("unit_" + side)
            row["sentence_" + side] = texts[article][pair["start_" + side] : pair["end_" + side]] if unit is None else units[article, unit]
        print(json.dumps(row))

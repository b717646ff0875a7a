"""Draws the articles to label: usage draw.py polnear-train.jsonl.gz N SEED [LABELLED.jsonl ...]. Articles of 1,500 to 4,000 characters with twelve
digits or more, at most N/5 an outlet, none of those labelled already."""
import collections, gzip, json, random, sys

want, seed = int(sys.argv[2]), int(sys.argv[3])
labelled = {json.loads(line)["id"] for name in sys.argv[4:] for line in open(name, encoding="utf8")}
rows = [json.loads(line) for line in gzip.open(sys.argv[1], "rt", encoding="utf8")]
rows = sorted((r for r in rows if 1500 <= len(r["text"]) <= 4000 and sum(c.isdigit() for c in r["text"]) >= 12 and r["id"] not in labelled), key=lambda r: r["id"])
random.Random(seed).shuffle(rows)
taken, outlets = [], collections.Counter()
for row in rows:
    if outlets[row["outlet"]] >= want // 5:
        continue
    outlets[row["outlet"]] += 1
    taken.append(row)
    if len(taken) == want:
        break
for row in taken:
    print(json.dumps({"id": row["id"], "text": row["text"]}))

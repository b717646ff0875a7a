"""Prints the articles of stories from which `train figure-pairs` draws pairs that nobody labelled: usage stories.py DATA. One {"id", "story", "text"} a line:
ECB+, NewsWCL50, BASIL, and up to eight bodies (3,000 characters each) of those that the Fake News Challenge's headlines tie together."""
import collections, json, random, sys

MOST, LONGEST = 8, 3000
rows = lambda name: map(json.loads, open(f"{sys.argv[1]}/{name}", encoding="utf8"))
parent, bodies = {}, collections.defaultdict(list)


def root(x):
    while parent.setdefault(x, x) != x:
        x = parent[x]
    return x


def show(name, story, text):
    print(json.dumps({"id": name, "story": story, "text": text}))


for name in ("stories/ecbplus_dev.jsonl", "stories/newswcl50.jsonl"):
    for r in rows(name):
        show(r["id"], r["story"], r["text"])
for r in rows("claims/claim_links_train_units.jsonl"):
    if r["story"].startswith("basil"):
        show(r["article"], r["story"], "\n".join(u["text"] for u in r["units"]))
for r in rows("claims/fnc_train.jsonl"):
    if r["label"] != "unrelated":
        parent[root("h" + r["headline"])] = root("b" + r["body"])
for r in rows("claims/fnc_train_bodies.jsonl"):
    bodies["fnc-" + root("b" + r["body"])[1:]].append((r["body"], r["text"]))
for story in sorted(bodies):
    found = bodies[story]
    for body, text in random.Random(3).sample(found, MOST) if len(found) > MOST else found if len(found) > 1 else []:
        show(body, story, text[:LONGEST])

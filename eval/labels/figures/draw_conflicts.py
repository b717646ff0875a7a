"""Draws pairs of figures with a fair chance to conflict: usage draw_conflicts.py ROUND DATA LABELS.jsonl ... Seed 20261130; prints one pair a line.

Stories as in draw_stories.py, and those of BASIL, NewsWCL50 and MEANTIME. A pair: two figures of one written unit, or of counted words one of which is near
both, in two articles of a story, values that differ by up to five times, in no labelled set (claims/figures_dev.jsonl, LABELS). Most have a
value each that the other article does not give, so that the one may stand for the other. Ranked within a story by what the sentences share near the figures;
at most five of these and one other a story; a second round looks at more
articles and at less likeness, for such pairs alone."""
import collections, json, random, re, sys

from draw_stories import alike, figures, fnc_stories, rows, sentences, stems

LONGEST = 4000
# Articles and figures of a story that are looked at, least likeness, pairs a story (alone, other) and in all.
ROUNDS = {"1": (8, 250, 0.45, {True: 5, False: 1}, {True: 260, False: 45}), "2": (16, 400, 0.3, {True: 7, False: 0}, {True: 200, False: 0})}


def found_in(documents):
    for name in documents:
        text = documents[name][:LONGEST]
        for s, e in sentences(text):
            for slot, value, at in figures(text[s:e]):
                yield name, s, e, slot, value, at, stems(text[s:e][max(0, at - 60) : at + 60]), stems(text[s:e])


def pairs_of(documents, known, most):
    found = list(found_in(documents))
    found = random.Random(1).sample(found, most) if len(found) > most else found
    given = collections.defaultdict(set)
    for f in found:
        given[f[0]].add(f[4])
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            units = {a[3], b[3]}
            if a[0] == b[0] or not (a[4] and b[4]) or a[4] == b[4] or max(a[4], b[4]) > 5 * min(a[4], b[4]) or max(a[4], b[4]) < 1.005 * min(a[4], b[4]):
                continue
            if len(units) > 1 and (units & {"money", "percent"} or not a[6] & b[6] or not (a[3][:5] in b[6] or b[3][:5] in a[6])):
                continue
            if place(a) + place(b) in known or place(b) + place(a) in known or alike(a[7], b[7]) > 0.9:
                continue
            alone = a[4] not in given[b[0]] and b[4] not in given[a[0]]
            yield alike(a[6], b[6]) + 0.5 * alike(a[7], b[7]), alone, a, b


def place(figure):
    return ((figure[0], figure[4]),)


def main():
    articles, figures_most, least, per, wanted = ROUNDS[sys.argv[1]]
    known = set()
    for name in ("claims/figures_dev.jsonl",):
        for r in rows(name, sys.argv[2]):
            known.add(((r["doc_a"], r["value_a"]), (r["doc_b"], r["value_b"])))
    for name in sys.argv[3:]:
        for r in map(json.loads, open(name, encoding="utf8")):
            known.add(((r["article_a"], r["value_a"]), (r["article_b"], r["value_b"])))
    stories = collections.defaultdict(dict)
    for name in ("stories/ecbplus_dev.jsonl", "stories/newswcl50.jsonl", "stories/meantime_dev.jsonl"):
        for r in rows(name, sys.argv[2]):
            if r["lang"] == "en":
                stories[r["story"]][r["id"]] = r["text"]
    for r in rows("claims/claim_links_train_units.jsonl", sys.argv[2]):
        if r["story"].startswith("basil"):
            stories[r["story"]][r["article"]] = "\n".join(u["text"] for u in r["units"])
    for body, (story, text) in fnc_stories(sys.argv[2]).items():
        stories[story][body] = text
    drawn = {True: [], False: []}
    for story in sorted(stories):
        names = sorted(stories[story])
        names = random.Random(3).sample(names, articles) if len(names) > articles else names
        ranked = sorted(pairs_of({n: stories[story][n] for n in names}, known, figures_most), key=lambda p: (-p[0], p[2][0], p[3][0], p[2][5], p[3][5]))
        used, taken = set(), collections.Counter()
        for score, alone, a, b in ranked:
            if score < least:
                break
            if taken[alone] < per[alone] and not {place(a), place(b)} & used:
                used.update((place(a), place(b)))
                taken[alone] += 1
                drawn[alone].append((story, alone, a, b))
    out = []
    for alone in (True, False):
        random.Random(20261130).shuffle(drawn[alone])
        out += drawn[alone][: wanted[alone]]
    random.Random(20261130).shuffle(out)
    for i, (story, alone, a, b) in enumerate(out):
        pair = {"id": f"figs-drawn-{i + 1}", "story": story, "slot": a[3] if a[3] == b[3] else f"{a[3]}|{b[3]}", "alone": alone}
        print(json.dumps(pair | {f"{k}_{side}": x[j] for side, x in (("a", a), ("b", b)) for k, j in (("article", 0), ("start", 1), ("end", 2), ("at", 5), ("value", 4))}))


if __name__ == "__main__":
    main()

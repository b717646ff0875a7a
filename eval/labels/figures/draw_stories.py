"""Draws pairs of figures to label from the articles of one story: usage draw_stories.py DATA. Seed 20251123; prints one pair a line.

Stories are those of ECB+ (stories/ecbplus_dev.jsonl) and the bodies that the Fake News Challenge's headlines tie together (claims/fnc_train*.jsonl).
A pair: the same written unit in two sentences, not in claims/figures_dev.jsonl; ranked within its story by the words shared near the figures
and in the sentences, so most are hard. At most three with different values a story of ECB+, two of FNC, and one with values within 12 %."""
import collections, json, random, re, sys

WORDS = dict(zip("two three four five six seven eight nine ten eleven twelve dozen".split(), (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12)))
SCALES = dict(thousand=1e3, million=1e6, billion=1e9, trillion=1e12)
NUMBER = re.compile(r"(\$)?\b(\d[\d,]*(?:\.\d+)?|" + "|".join(WORDS) + r")\b(?:[ -](thousand|million|billion|trillion))?(?:[ -]?(percent|per cent|%))?(?: (\w+))?", re.I)
NO_SLOT = re.compile(r"^(am|pm|a|p|gmt|est|edt|et|on|of|and|in|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|updated|gallery|comments)$")
MONTH = re.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
SMALL = set("that this with from were have been will would said their they after over which about some into also more than".split())
rows = lambda name, data=None: map(json.loads, open(f"{data or sys.argv[1]}/{name}", encoding="utf8"))


def figures(text):
    for m in NUMBER.finditer(text):
        raw = m[2].replace(",", "").lower()
        value = (WORDS.get(raw) or float(raw)) * SCALES.get((m[3] or "").lower(), 1)
        slot = "money" if m[1] else "percent" if m[4] else (m[5] or "").lower()
        before = text[max(0, m.start() - 10) : m.start()].split(" ")
        if len(before) > 1 and MONTH.match(before[-2].lower()):
            continue
        if slot and not NO_SLOT.match(slot) and (m[1] or m[4] or not 1900 < value < 2060) and text[m.start(2) - 1 : m.start(2)] not in (":", "."):
            yield slot, value, m.start(2)


def sentences(text):
    for line in re.finditer(r"[^\n]+", text):
        start = 0
        for stop in [m for m in re.finditer(r"(?<=[a-z0-9%\)\"”’][.!?])[\"”’]?\s+(?=[\"“‘]?[A-Z0-9])", line[0])] + [None]:
            end = stop.start() if stop else len(line[0])
            if 25 < end - start < 420:
                yield line.start() + start, line.start() + end
            start = stop.end() if stop else end


def stems(text):
    return {w[:5] for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in SMALL}


def alike(a, b):
    return 2 * len(a & b) / max(1, len(a) + len(b))


def drawn(documents, per, close, limit, known):
    stories = collections.defaultdict(list)
    for name, (story, _) in documents.items():
        stories[story].append(name)
    out = []
    for story in sorted(stories):
        found = []
        for name in sorted(stories[story]):
            text = documents[name][1]
            for s, e in sentences(text):
                found += [(name, s, e, text[s:e], *f, stems(text[s:e][max(0, f[2] - 70) : f[2] + 80]), stems(text[s:e])) for f in figures(text[s:e])]
        found = random.Random(1).sample(found, 400) if len(found) > 400 else found
        pairs = []
        for i, a in enumerate(found):
            for b in found[i + 1 :]:
                if a[0] == b[0] or a[4] != b[4] or a[3] == b[3] or not (a[7] and b[7] and a[5] and b[5]):
                    continue
                ratio = max(a[5], b[5]) / min(a[5], b[5])
                if (ratio > 1.12 if close else not 1.005 < ratio <= 30) or frozenset([(a[3], a[5]), (b[3], b[5])]) in known:
                    continue
                if not close or alike(a[8], b[8]) <= 0.8:
                    pairs.append((alike(a[7], b[7]) + alike(a[8], b[8]), a, b))
        pairs.sort(key=lambda p: (-p[0], p[1][0], p[2][0], p[1][6], p[2][6]))
        values, used, taken = set(), collections.Counter(), 0
        for score, a, b in pairs:
            key = (a[4], min(a[5], b[5]), max(a[5], b[5]))
            if score < 0.5 or taken >= per:
                break
            if key not in values and used[a[3]] < 2 and used[b[3]] < 2:
                values.add(key)
                used.update((a[3], b[3]))
                taken += 1
                out.append((story, a, b))
    random.Random(20251123).shuffle(out)
    return out[:limit]


def fnc_stories(data=None):
    """Bodies that headlines tie together: body to story and text."""
    parent = {}

    def root(x):
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for r in rows("claims/fnc_train.jsonl", data):
        if r["label"] != "unrelated":
            parent[root("h" + r["headline"])] = root("b" + r["body"])
    return {r["body"]: ("fnc-" + root("b" + r["body"])[1:], r["text"]) for r in rows("claims/fnc_train_bodies.jsonl", data)}


def main():
    known = {frozenset([(r["sentence_a"].strip(), r["value_a"]), (r["sentence_b"].strip(), r["value_b"])]) for r in rows("claims/figures_dev.jsonl")}
    ecb = {r["id"]: (r["story"], r["text"]) for r in rows("stories/ecbplus_dev.jsonl")}
    fnc = fnc_stories()
    for name, documents, per, close, limit in (("ecb", ecb, 3, False, 50), ("fnc", fnc, 2, False, 70), ("ecb", ecb, 1, True, 14), ("fnc", fnc, 1, True, 20)):
        for story, a, b in drawn(documents, per, close, limit, known):
            print(json.dumps({"source": name, "story": story, "slot": a[4]} | {f"{k}_{side}": x[i] for side, x in (("a", a), ("b", b)) for k, i in (("article", 0), ("start", 1), ("end", 2), ("at", 6), ("value", 5))}))


if __name__ == "__main__":
    main()

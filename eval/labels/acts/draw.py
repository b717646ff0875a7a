"""Draws attributions to label with their acts: usage draw.py DATA. Prints article, attribution, stratum and half, tab-separated. Seed 20261130.
From PolNeAR's training part, one annotation an article: for each rare act 27 whose cue or content has a word that the act often has (at most two of an
article for one act), and 160 of any kind (at most two of an article). An article's half is told by the hash of its id."""
import gzip, hashlib, json, random, re, sys

CUE = {
    "denies": r"\b(den(y|ie[sd]|ying|ials?)|dismiss\w*|reject\w*|refut\w*|rebut\w*|disput\w*|disagree\w*|contradict\w*|pushed? back)\b",
    "alleges": r"\b(alleg\w*|accus\w*|blam\w*|charg\w*|claim\w*|suspect\w*|denounc\w*|complain\w*)\b",
    "doubts": r"\b(doubt\w*|question\w*|wonder\w*|unsure|uncertain\w*|unclear|skepti\w*|not (sure|know|believe|convinced)|n['’]t (sure|know|believe|think)|concern\w*)\b",
    "promises": r"\b(promis\w*|pledg\w*|vow\w*|threat\w*|offer\w*|plan(s|ned|ning)?|commit\w*|intend\w*|agreed to|guarantee\w*)\b",
    "demands": r"\b(demand\w*|urg\w*|call\w* (for|on)|asked|order\w*|recommend\w*|warn\w*|advi[sc]e\w*|propos\w*|suggest\w*|want\w*|insist\w*)\b",
    "asks": r"\b(ask\w*|inquir\w*|press(ed|ing)|quer(y|ied)|question(s|ed|ing)?|grill\w*)\b",
    "declines": r"\b(declin\w*|refus\w*|would ?n.t|would not|won.t|no comment|did ?n.t|did not|could not|not respond\w*|not (specify|say))\b",
    "silent": r"\b(silen\w*|quiet|ha(s|ve|d)( ?n.t| not| yet| never)|is ?n.t|never|not|mum|nothing|without)\b",
}
CONTENT = {
    "denies": r"^\W*(\S+ ){0,4}?(not|n't|\w+n[’']t|never|no|nothing|false|untrue|nonsense|wrong|lies?)\b",
    "alleges": r"\b(fraud\w*|illegal\w*|corrupt\w*|rigged|lied|lying|stole\w*|abus\w*|assault\w*|violat\w*|cheat\w*|crim\w*|conspir\w*|cover\w* up)\b",
    "doubts": r"\b(whether|if|unclear|unknown|may not|not sure|don.t know|who knows|remains to be seen)\b",
    "promises": r"\b((I|we|he|she|they)( wi|.)ll|(he|she|they) would|plans to|going to)\b",
    "demands": r"\b(should|must|need(s|ed)? to|ha(s|ve) to|ought|let.s)\b",
    "asks": r"\?\W*$",
    "declines": r"\b(comment\w*|questions?|details?|respon\w*|specif\w*|disclos\w*)\b",
    "silent": r"\b(comment\w*|publicly|anything|much|details?)\b",
}


def main(data):
    rng = random.Random(20261130)
    kept = set()
    pool = {act: ([], []) for act in CUE}
    every = []
    with gzip.open(f"{data}/attribution/polnear-train.jsonl.gz", "rt", encoding="utf-8") as source:
        for article in map(json.loads, source):
            words = lambda spans: " ".join(article["text"][s:e] for s, e in spans)
            for a in article["attributions"]:
                if not a["cue"] and not a["content"]:
                    continue
                key = (article["id"], a["id"])
                every.append(key)
                for act in CUE:
                    if re.search(CUE[act], words(a["cue"]), re.I):
                        pool[act][0].append(key)
                    elif re.search(CONTENT[act], words(a["content"]), re.I):
                        pool[act][1].append(key)
    rows = []

    def draw(keys, stratum, number):
        keys, per = sorted(set(keys)), {}
        rng.shuffle(keys)
        for key in keys:
            if number == 0:
                return
            if key in kept or per.get(key[0], 0) == 2:
                continue
            per[key[0]] = per.get(key[0], 0) + 1
            kept.add(key)
            rows.append((*key, stratum, "held" if hashlib.sha256(key[0].encode()).digest()[0] % 2 else "tune"))
            number -= 1

    for act, (by_cue, by_content) in pool.items():
        draw(by_cue, act, 18)
        draw(by_content, act, 9)
    draw(every, "any", 160)
    for row in sorted(rows):
        print("\t".join(row))


main(sys.argv[1])

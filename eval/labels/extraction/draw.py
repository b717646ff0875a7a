#!/usr/bin/env python3
"""Draws the pages whose bodies are labelled: one a site, by a fixed seed. Prints id, part (tuned or held) and set, in the order to label in.

  draw.py ../shared/data/extraction

A site is held out when its name's hash says so, so that no site is in both parts. Three sets take turns: news pages of gold-dates.json,
pages of gold.json that say they are English, and the other pages of gold.json.
"""
import gzip
import hashlib
import json
import os
import random
import re
import sys
from urllib.parse import urlsplit

SEED = 20251122


def host(url):
    return re.sub(r"^www\d?\.", "", urlsplit(url).netloc.lower())


def part(site):
    return "held" if int(hashlib.sha256(site.encode()).hexdigest(), 16) % 3 == 0 else "tuned"


def language(data, folder, id):
    with gzip.open(os.path.join(data, folder, id + ".html.gz"), "rb") as f:
        found = re.search(rb"<html[^>]*\blang=[\"']?([A-Za-z]+)", f.read(200_000))
    return found.group(1).decode().lower() if found else ""


def main(data):
    rng = random.Random(SEED)
    with open(os.path.join(data, "gold.json"), encoding="utf-8") as f:
        mixed = {k: v["url"] for k, v in json.load(f).items() if v["url"].startswith("http")}
    with open(os.path.join(data, "gold-dates.json"), encoding="utf-8") as f:
        news = {k: v["url"] for k, v in json.load(f).items() if v["set"] == "mediacloud"}
    english = {k: u for k, u in mixed.items() if language(data, "pages", k) == "en"}
    others = {k: u for k, u in mixed.items() if k not in english}
    seen, queues = set(), []
    for name, pages in (("news", news), ("english", english), ("others", others)):
        ids = sorted(pages)
        rng.shuffle(ids)
        queues.append((name, pages, ids))
    while any(ids for _, _, ids in queues):
        for name, pages, ids in queues:
            for _ in range(2 if name == "news" else 1):
                while ids:
                    id = ids.pop(0)
                    site = host(pages[id])
                    if site not in seen:
                        seen.add(site)
                        print(id, part(site), name, sep="\t")
                        break


if __name__ == "__main__":
    main(sys.argv[1])

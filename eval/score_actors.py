#!/usr/bin/env python3
"""How well nominals and pronouns find whom they mean, against GUM's coreference.

  score_actors.py GOLD.conllu[.gz] PREDICTED.jsonl [--news]

Gold: MISC Entity= of GUM (conllua-style brackets). A predicted nominal or pronoun that was given an actor is *right* when its token range (for a nominal: its
last token, the head) lies on a gold mention whose cluster also holds another mention that the prediction gave the same actor. Counted: precision over those
given an actor; recall over gold pronouns (he, she, it, they and their forms) and definite nominals whose cluster holds a named mention of a person,
organisation or place. --news: only the news, interview, speech, bio and court parts.
"""
import collections
import gzip
import json
import re
import sys

PRONOUNS = {'he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself', 'it', 'its', 'itself', 'they', 'them', 'their', 'theirs', 'themselves'}
NEWS = ('GUM_news', 'GUM_interview', 'GUM_speech', 'GUM_bio', 'GUM_court')


def documents(path):
    with (gzip.open(path, 'rt', encoding='utf8') if path.endswith('.gz') else open(path, encoding='utf8')) as f:
        doc, words, mentions, stack, base = None, [], [], collections.defaultdict(list), 0
        for line in f:
            line = line.rstrip('\n')
            if line.startswith('# newdoc id = '):
                if doc:
                    yield doc, words, mentions
                doc, words, mentions, stack = line[14:], [], [], collections.defaultdict(list)
            c = line.split('\t')
            if len(c) != 10 or not c[0].isdigit():
                continue
            i = len(words)
            words.append((c[1], c[4]))
            m = re.search(r'(?:^|\|)Entity=([^|]*)', c[9])
            if not m:
                continue
            for part in re.findall(r'\([^()]*\)?|[^()]+\)', m.group(1)):
                key = part.strip('()').split('-')
                if part.startswith('('):
                    stack[key[0]].append((i, key[1] if len(key) > 1 else None))
                if part.endswith(')') and stack[key[0]]:
                    start, kind = stack[key[0]].pop()
                    mentions.append((start, i + 1, key[0], kind))
        if doc:
            yield doc, words, mentions


def main():
    gold_path, predicted_path = sys.argv[1:3]
    news = '--news' in sys.argv
    predicted = {}
    for line in open(predicted_path, encoding='utf8'):
        r = json.loads(line)
        predicted[r['id']] = r
    tally = collections.Counter()
    wrong = []
    for doc, words, mentions in documents(gold_path):
        if news and not doc.startswith(NEWS):
            continue
        p = predicted[doc]
        named = {c for s, e, c, k in mentions if k in ('person', 'organization', 'place') and any(words[i][1] in ('NNP', 'NNPS') for i in range(s, e)) and words[s][0].lower() not in PRONOUNS}
        exact = {(s, e): c for s, e, c, k in mentions}
        by_end = collections.defaultdict(list)
        for s, e, c, k in mentions:
            by_end[e].append((e - s, c))

        def cluster(m):
            s, e, actor, form = m
            if (s, e) in exact:
                return exact[(s, e)]
            inside = [(x - s2, c) for s2, x, c, k in mentions if s2 <= s and x >= e and (s2 == s or form != 'Pronoun')]
            return min(inside)[1] if inside else None

        of_actor = collections.defaultdict(list)
        for m in p['mentions']:
            if m[2] is not None:
                of_actor[m[2]].append((m, cluster(m)))
        for m in p['mentions']:
            s, e, actor, form = m
            if form == 'Name' or actor is None:
                continue
            word = words[s][0].lower()
            kind = word if form == 'Pronoun' else 'nominal'
            kind = {'him': 'he', 'his': 'he', 'himself': 'he', 'her': 'she', 'hers': 'she', 'herself': 'she', 'its': 'it', 'itself': 'it', 'them': 'they', 'their': 'they', 'theirs': 'they', 'themselves': 'they'}.get(kind, kind)
            own = cluster(m)
            others = [c for n, c in of_actor[actor] if n is not m and (n[3] == 'Name' or n[0] < s)]
            if not others:
                continue
            right = own is not None and own in others
            tally[kind, 'given'] += 1
            tally[kind, 'right'] += right
            if not right:
                wrong.append((doc, kind, ' '.join(w for w, _ in words[max(0, s - 25):s]) + ' [[' + ' '.join(w for w, _ in words[s:e]) + ']] ' + ' '.join(w for w, _ in words[e:e + 6]), p['actors'][actor]))
        found = {(m[0], m[1]) for m in p['mentions'] if m[2] is not None and m[3] != 'Name'}
        starts = {m[0] for m in p['mentions'] if m[2] is not None and m[3] == 'Nominal'}
        for s, e, c, k in mentions:
            if c not in named:
                continue
            word = words[s][0].lower()
            if e - s == 1 and word in PRONOUNS:
                tally['gold pronoun', 'all'] += 1
                tally['gold pronoun', 'found'] += (s, e) in found
            elif word in ('the', 'this', 'that', 'his', 'her', 'its', 'their') and not any(words[i][1] in ('NNP', 'NNPS') for i in range(s, e)):
                tally['gold nominal', 'all'] += 1
                tally['gold nominal', 'found'] += s in starts
    for kind in ('he', 'she', 'it', 'they', 'nominal'):
        n = tally[kind, 'given']
        print('%-8s given %4d right %4d precision %.3f' % (kind, n, tally[kind, 'right'], tally[kind, 'right'] / n if n else 0))
    for kind in ('gold pronoun', 'gold nominal'):
        n = tally[kind, 'all']
        print('%-13s of a named actor %4d, given an actor %4d (%.3f)' % (kind, n, tally[kind, 'found'], tally[kind, 'found'] / n if n else 0))
    if '--wrong' in sys.argv:
        for w in wrong:
            print(*w, sep='\t')


main()

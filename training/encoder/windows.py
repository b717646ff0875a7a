"""Reading of the pieces that the C# program wrote, windows of whole sentences, and batches.

A window holds at most LIMIT pieces between the opening and the closing piece. Training cuts documents at random shorter limits too, so that
a lone sentence is as well known as a full window.
"""
import json
import random

import numpy as np
import torch

CLS, SEP, MASK, LIMIT = 101, 102, 103, 254


def read(path):
    with open(path, encoding='utf8') as f:
        return [json.loads(line) for line in f]


def windows(document, limit):
    """Lists of sentences that stand together; whole paragraphs where they fit. Each sentence knows its first word in the document."""
    at, blocks = 0, []
    for s in document['sentences']:
        s['first'] = at
        at += len(s['w'])
        if blocks and s.get('paragraph') is not None and blocks[-1][-1].get('paragraph') == s['paragraph']:
            blocks[-1].append(s)
        else:
            blocks.append([s])
    out, room = [], 0
    for block in blocks:
        size = sum(len(s['p']) for s in block)
        if size <= room:
            out[-1] += block
            room -= size
            continue
        if size <= limit:
            out.append(list(block))
            room = limit - size
            continue
        for s in block:
            for part in split(s, limit):
                if len(part['p']) > room:
                    out.append([])
                    room = limit
                out[-1].append(part)
                room -= len(part['p'])
    return out


def split(sentence, limit):
    """A sentence longer than a window in parts of whole words."""
    if len(sentence['p']) <= LIMIT:
        return [sentence]
    starts, ends = sentence['w'], sentence['w'][1:] + [len(sentence['p'])]
    parts, first = [], 0
    for i in range(len(starts)):
        if ends[i] - starts[first] > LIMIT:
            parts.append(cut(sentence, first, i))
            first = i
    return parts + [cut(sentence, first, len(starts))]


def cut(sentence, first, end):
    a = sentence['w'][first]
    b = sentence['w'][end] if end < len(sentence['w']) else len(sentence['p'])
    part = {'p': sentence['p'][a:b], 'c': sentence['c'][a:b], 'w': [w - a for w in sentence['w'][first:end]], 'first': sentence['first'] + first, 'cut': True}
    for key in ('names', 'xpos', 'upos', 'relations', 'q', 'paragraph'):
        if key in sentence:
            part[key] = sentence[key][first:end] if isinstance(sentence[key], list) else sentence[key]
    if 'heads' in sentence:  # a head outside the part is not trained on
        part['heads'] = [h - first if first <= h < end else (-1 if h < 0 else -100) for h in sentence['heads'][first:end]]
    return part


def recase(window, kind, letters):
    """The window as all lower case, all capitals or Every Word A Title: only the case numbers change, the vocabulary sees none."""
    for s in window:
        cases = []
        ends = s['w'][1:] + [len(s['p'])]
        for start, end in zip(s['w'], ends):
            c = s['c'][start]
            if c:
                if kind == 'lower':
                    c = 1
                elif kind == 'upper':
                    c = 3 if end - start == 1 and s['p'][start] in letters else 2
                elif c == 1 and (end - start > 1 or s['p'][start] not in letters):
                    c = 3
            cases += [c] * (end - start)
        s['c'] = cases
    return window


def batches(items, size):
    """Batches of about so many pieces, windows of like length together, in random order."""
    items = sorted(items, key=lambda i: (sum(len(s['p']) for s in i[0]), random.random()))
    out, batch, longest = [], [], 0
    for item in items:
        n = sum(len(s['p']) for s in item[0]) + 2
        if batch and max(longest, n) * (len(batch) + 1) > size:
            out.append(batch)
            batch, longest = [], 0
        batch.append(item)
        longest = max(longest, n)
    if batch:
        out.append(batch)
    random.shuffle(out)
    return out


def tensors(batch):
    """pieces, cases, mask [batch, pieces]; first piece of each word [batch, words]; sentence number of each word and piece, paragraph and quotation of each word."""
    rows = []
    for window, _ in batch:
        p, c, w, ws, ps, paragraphs, quotations = [CLS], [0], [], [], [-1], [], []
        for k, s in enumerate(window):
            w += [len(p) + i for i in s['w']]
            ws += [k] * len(s['w'])
            paragraphs += [s.get('paragraph', 0)] * len(s['w'])
            quotations += s.get('q', [-1] * len(s['w']))
            p += s['p']
            c += s['c']
            ps += [k] * len(s['p'])
        rows.append((p + [SEP], c + [0], ps + [-1], w, ws, paragraphs, quotations))
    pad = lambda i, value: torch.from_numpy(padded([r[i] for r in rows], value))
    pieces = pad(0, 0)
    lengths = torch.tensor([len(r[0]) for r in rows])
    return {'pieces': pieces, 'cases': pad(1, 0), 'mask': torch.arange(pieces.shape[1])[None, :] < lengths[:, None], 'piece_sentence': pad(2, -1),
            'words': pad(3, 0), 'sentence': pad(4, -1), 'paragraph': pad(5, 0), 'quotation': pad(6, -1), 'count': torch.tensor([len(r[3]) for r in rows])}


def padded(rows, value):
    out = np.full((len(rows), max(1, max(map(len, rows)))), value, dtype=np.int64)
    for i, r in enumerate(rows):
        out[i, :len(r)] = r
    return out


def labels(batch, key, value=-100):
    return torch.from_numpy(padded([[x for s in window for x in s[key]] for window, _ in batch], value))

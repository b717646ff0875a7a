#!/usr/bin/env python3
"""Fits the head of sentence vectors on an encoder that stays as it is, and writes models/encoder/vectors.safetensors.

  vectors.py --encoder encoder.safetensors --base FOLDER --pieces FOLDER --pairs GOLD.jsonl --work FOLDER --output vectors.safetensors [--chunks 10]

FOLDER of pieces: news.jsonl and pairs.jsonl, what `train sentences` of training/Crosscheck.Training made of news texts and of GOLD, and the treebanks' of `train pieces`.
Two steps. The mean states of a sentence at every depth of the encoder, in windows of every length, are mapped to the vector that all-MiniLM-L6-v2
gives the lone sentence (ridge regression). Then a square matrix over that, the identity at first, is turned so that cosines follow people's scores of
headline pairs; how far that carries is shown on the year it did not see. States are kept in --work by chunks of 3,000 windows: a run that was cut off goes on.
"""
import argparse
import json
import os
import random
import time

import torch
import torch.nn.functional as F

from model import Model, load_base, load_shipped
from safetensors_plain import read as read_tensors
from safetensors_plain import write
from train import SHAPE, say
from windows import CLS, LIMIT, SEP, read, windows

CHUNK, BATCH, LONGEST = 3000, 2048, 120
FEATURES = (SHAPE['layers'] + 1) * SHAPE['width']


def main():
    a = argparse.ArgumentParser()
    for name in ('encoder', 'base', 'pieces', 'pairs', 'work', 'output'):
        a.add_argument('--' + name, required=True)
    a.add_argument('--chunks', type=int, default=10)
    a.add_argument('--ridge', type=float, default=.003, help='added to the variance of each feature, as a share of it')
    a.add_argument('--steps', type=int, default=35)
    a.add_argument('--rate', type=float, default=1e-3)
    args = a.parse_args()
    random.seed(7)
    torch.manual_seed(7)
    torch.set_num_threads(1)
    os.makedirs(args.work, exist_ok=True)
    items = windows_of([f'{args.pieces}/{name}.jsonl' for name in ('news', 'gum-train', 'ewt-train')])
    say(len(items), 'windows')
    tensors, meta = read_tensors(args.encoder)
    labels = {k: meta['labels.' + k].split(' ') for k in ('xpos', 'upos', 'relations', 'names')}
    ours, base = Model(SHAPE, labels).eval(), Model(SHAPE, labels).eval()
    with torch.no_grad():
        load_shipped(ours, args.encoder, labels)
        load_base(base, args.base)
        weight, bias = ridge(ours.encoder, base.encoder, items, args)
        a, b, scores, years = pairs(ours.encoder, args)
    a, b = a @ weight + bias, b @ weight + bias
    say('likeness of pairs, mean Pearson of the years:', mean_pearson(torch.eye(a.shape[1]), a, b, scores, years))
    seen, others = [], []
    for year in sorted(set(years.tolist())):
        turn = turned(a, b, scores, years != year, args)
        others.append(pearson(turn, a, b, scores, years == year).item())
    turn = turned(a, b, scores, years > 0, args)
    say('turned, each year by the other:', [round(x, 4) for x in others], 'mean', round(sum(others) / len(others), 4), 'all on themselves:', mean_pearson(turn, a, b, scores, years))
    half = lambda t: t.numpy().astype('float16')
    write(args.output, {'vector.weight': half((weight @ turn).t()), 'vector.bias': half(bias @ turn)}, {})


def windows_of(files):
    """Lone headlines, and sentences of texts in windows of every length."""
    seen, items = set(), []
    for d in (d for f in files for d in read(f)):
        key = tuple(d['sentences'][0]['p']) if d['sentences'] else ()
        if not key or key in seen:
            continue
        seen.add(key)
        d['sentences'] = [dict(s, w=list(range(len(s['p'])))) for s in d['sentences'] if len(s['p']) <= LONGEST]
        if len(d['sentences']) == 1:
            if 3 <= len(key) <= 100:
                items.append([d['sentences'][0]])
        elif d['sentences']:
            items += [w for w in windows(d, random.choice((30, 40, 70, 110, LIMIT))) if all(len(s['p']) >= 3 for s in w)]
    random.shuffle(items)
    return items


def depths(e, rows, cases):
    """The states after the embedding and after each layer, [depth][row, piece, width], and which pieces there are."""
    longest = max(map(len, rows))
    pad = lambda r: r + [0] * (longest - len(r))
    pieces, cases = torch.tensor([pad(r) for r in rows]), torch.tensor([pad(c) for c in cases])
    mask = torch.arange(longest)[None, :] < torch.tensor([len(r) for r in rows])[:, None]
    out = [e.norm(e.word[pieces] + e.position[:longest] + e.case[cases])]
    bias = torch.zeros(mask.shape).masked_fill(~mask, -1e9)[:, None, None, :]
    for layer in e.layers:
        out.append(layer(out[-1], bias))
    return out, mask


def batched(lengths):
    """Indices in batches of about BATCH pieces, of like length."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    start = 0
    while start < len(order):
        size = max(1, BATCH // (lengths[order[start]] + 2))
        yield order[start:start + size]
        start += size


def features(e, items):
    """[sentence, depth * width]: the mean state of each sentence's pieces at each depth, windows one behind another."""
    out = [None] * len(items)
    for rows in batched([sum(len(s['p']) for s in w) for w in items]):
        states, _ = depths(e, [[CLS] + [x for s in items[i] for x in s['p']] + [SEP] for i in rows], [[0] + [x for s in items[i] for x in s['c']] + [0] for i in rows])
        for k, i in enumerate(rows):
            at, own = 1, []
            for s in items[i]:
                own.append(torch.cat([x[k, at:at + len(s['p'])].mean(0) for x in states]))
                at += len(s['p'])
            out[i] = torch.stack(own)
    return torch.cat(out)


def targets(e, sentences):
    """What the base model gives each lone sentence, length one."""
    out = torch.zeros(len(sentences), SHAPE['width'])
    for rows in batched([len(s['p']) for s in sentences]):
        pieces = [[CLS] + sentences[i]['p'] + [SEP] for i in rows]
        states, mask = depths(e, pieces, [[0] * len(p) for p in pieces])
        out[torch.tensor(rows)] = F.normalize((states[-1] * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True))
    return out


def ridge(ours, base, items, args):
    square, cross, sums, count = torch.zeros(FEATURES, FEATURES), torch.zeros(FEATURES, SHAPE['width']), torch.zeros(FEATURES), 0
    goals = torch.zeros(SHAPE['width'])
    for chunk in range(args.chunks):
        path, part = f'{args.work}/chunk{chunk}.pt', items[chunk * CHUNK:(chunk + 1) * CHUNK]
        if not part:
            break
        if not os.path.exists(path):
            started = time.time()
            torch.save((features(ours, part).half(), targets(base, [s for w in part for s in w]).half()), path + '.next')
            os.replace(path + '.next', path)
            say('chunk', chunk, f'{time.time() - started:.0f} s')
        x, y = (t.float() for t in torch.load(path))
        x = x.reshape(len(x), -1)
        square, cross, sums, goals, count = square + x.t() @ x, cross + x.t() @ y, sums + x.sum(0), goals + y.sum(0), count + len(x)
    say(count, 'sentences')
    mean, goal = sums / count, goals / count
    square, cross = square / count - torch.outer(mean, mean), cross / count - torch.outer(mean, goal)
    weight = torch.linalg.solve((square + args.ridge * torch.diag(square.diagonal())).double(), cross.double()).float()
    return weight, goal - mean @ weight


def pairs(e, args):
    """Features of both sides of each pair, their scores and years."""
    sides = {(d['id'], d['field']): d['sentences'] for d in read(f'{args.pieces}/pairs.jsonl')}
    gold = read(args.pairs)
    joined = lambda sentences: [{k: [x for s in sentences for x in s[k]] for k in ('p', 'c')}]
    a, b = (features(e, [joined(sides[g['id'], side]) for g in gold]) for side in 'ab')
    return a, b, torch.tensor([g['score'] for g in gold]), torch.tensor([int(g['set'][:4]) for g in gold])


def pearson(turn, a, b, scores, which):
    x, y = F.cosine_similarity(a[which] @ turn, b[which] @ turn), scores[which]
    x, y = x - x.mean(), y - y.mean()
    return x @ y / (x.norm() * y.norm())


def mean_pearson(turn, a, b, scores, years):
    each = [pearson(turn, a, b, scores, years == y).item() for y in sorted(set(years.tolist()))]
    return round(sum(each) / len(each), 4)


def turned(a, b, scores, which, args):
    turn = torch.eye(a.shape[1], requires_grad=True)
    optimizer = torch.optim.Adam([turn], lr=args.rate)
    rows = which.nonzero()[:, 0]
    generator = torch.Generator().manual_seed(7)
    for _ in range(args.steps):
        some = rows[torch.randperm(len(rows), generator=generator)[:256]]
        loss = 1 - pearson(turn, a, b, scores, some)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return turn.detach()


main()

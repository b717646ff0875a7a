#!/usr/bin/env python3
"""Trains the head that tells, of a place in a page, whether another story begins there. The encoder stays as it is.

  head.py --encoder encoder.safetensors --windows head.jsonl --dev dev.jsonl --output FOLDER [--passes 4]

Windows: what `train seam-windows` of training/Crosscheck.Training wrote. PyTorch 1.13 on one core; the states of the encoder are made once.
"""
import argparse
import json
import os
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'encoder'))
from model import Layer, Model, load_shipped  # noqa: E402
from safetensors_plain import read, write  # noqa: E402
from train import SHAPE  # noqa: E402
from windows import CLS, SEP  # noqa: E402

BLOCK = {'width': 128, 'heads': 4, 'feedForward': 256}


class Head(nn.Module):
    """Every word's state beside how it lies to the place, one transformer block, the first word after the place."""

    def __init__(self):
        super().__init__()
        width = BLOCK['width']
        self.word = nn.Linear(SHAPE['width'], width)
        self.side = nn.Parameter(torch.randn(3, width) * .1)  # before the place, its first word, after it
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layer = Layer(width, BLOCK['feedForward'], BLOCK['heads'])
        self.opens = nn.Linear(width, 1)
        self.dropout = nn.Dropout(.2)

    def forward(self, states, at, count):
        words = torch.arange(states.shape[1])[None, :]
        side = (words >= at[:, None]).long() + (words > at[:, None]).long()
        x = self.norm(self.word(self.dropout(states)) + self.side[side])
        x = self.layer(self.dropout(x), torch.zeros(words.shape).masked_fill(words >= count[:, None], -1e9)[:, None, None, :])
        return self.opens(x[torch.arange(len(x)), at])[:, 0]


def states_of(model, windows):
    """The states of each window's words (the first piece of each), in 16 bits."""
    out = [None] * len(windows)
    order = sorted(range(len(windows)), key=lambda i: len(windows[i]['p']))
    with torch.no_grad():
        for start in range(0, len(order), 16):
            rows = order[start:start + 16]
            n = max(len(windows[i]['p']) for i in rows) + 2
            pieces = torch.tensor([[CLS] + windows[i]['p'] + [SEP] + [0] * (n - 2 - len(windows[i]['p'])) for i in rows])
            cases = torch.tensor([[0] + windows[i]['c'] + [0] + [0] * (n - 2 - len(windows[i]['c'])) for i in rows])
            mask = torch.arange(n)[None, :] < torch.tensor([[len(windows[i]['p']) + 2] for i in rows])
            with torch.autocast('cpu', dtype=torch.bfloat16):
                hidden = model.encoder(pieces, cases, mask)
            for k, i in enumerate(rows):
                out[i] = hidden[k, torch.tensor(windows[i]['w']) + 1].half()
    return out


def batch_of(states, windows, rows):
    longest = max(len(states[i]) for i in rows)
    x = torch.zeros(len(rows), longest, SHAPE['width'])
    for k, i in enumerate(rows):
        x[k, :len(states[i])] = states[i].float()
    return x, torch.tensor([windows[i]['at'] for i in rows]), torch.tensor([len(states[i]) for i in rows])


def judge(head, states, windows):
    head.eval()
    scores = []
    with torch.no_grad():
        for start in range(0, len(windows), 64):
            scores += head(*batch_of(states, windows, range(start, min(len(windows), start + 64)))).tolist()
    scores, gold = np.array(scores), np.array([w['seam'] for w in windows])
    ranks = scores.argsort().argsort()
    area = (ranks[gold].sum() - gold.sum() * (gold.sum() - 1) / 2) / (gold.sum() * (~gold).sum())
    cut = np.sort(scores[~gold])[-max(1, int(.02 * (~gold).sum()))]
    return f'area {area:.4f}, found {(scores[gold] > cut).mean():.4f} where 2 % of the others are'


def main():
    a = argparse.ArgumentParser()
    for name in ('encoder', 'windows', 'dev', 'output'):
        a.add_argument('--' + name, required=True)
    a.add_argument('--passes', type=int, default=4)
    a.add_argument('--rate', type=float, default=6e-4)
    a.add_argument('--seed', type=int, default=3)
    args = a.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(1)
    say = lambda *w: print(time.strftime('%H:%M:%S'), *w, flush=True)
    _, meta = read(args.encoder)
    labels = {k: meta['labels.' + k].split(' ') for k in ('xpos', 'upos', 'relations', 'names')}
    model = Model(SHAPE, labels)
    load_shipped(model, args.encoder, labels)
    model.eval()
    windows = [json.loads(line) for line in open(args.windows)]
    dev = [json.loads(line) for line in open(args.dev)]
    states, dev_states = states_of(model, windows), states_of(model, dev)
    say(f'{len(windows)} windows, {sum(w["seam"] for w in windows)} seams')
    head = Head()
    order = torch.optim.AdamW(head.parameters(), lr=args.rate, weight_decay=.01, betas=(.9, .98))
    steps, step = args.passes * len(windows) // 32, 0
    for _ in range(args.passes):
        rows = sorted(range(len(windows)), key=lambda i: len(states[i]) + random.random() * 30)
        batches = [rows[i:i + 32] for i in range(0, len(rows), 32)]
        random.shuffle(batches)
        head.train()
        mean = 0
        for rows in batches:
            for g in order.param_groups:
                g['lr'] = args.rate * min(1, (step + 1) / (.06 * steps)) * max(.02, 1 - step / steps)
            loss = F.binary_cross_entropy_with_logits(head(*batch_of(states, windows, rows)), torch.tensor([float(windows[i]['seam']) for i in rows]))
            order.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.)
            order.step()
            mean, step = mean + loss.item() / len(batches), step + 1
        say(f'loss {mean:.4f}; judged: {judge(head, dev_states, dev)}')
    os.makedirs(args.output, exist_ok=True)
    write(os.path.join(args.output, 'seam-head.safetensors'), {n: p.detach().numpy().astype(np.float16) for n, p in head.state_dict().items()}, {k: str(v) for k, v in BLOCK.items()})


main()

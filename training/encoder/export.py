#!/usr/bin/env python3
"""Writes a checkpoint as the program reads it: models/encoder/encoder.safetensors (word embedding in 8 bits a row, the rest in 16).

  export.py WORK_FOLDER OUTPUT.safetensors [--window 254] [--kept X] [--added Y] [--precision byte]
"""
import argparse
import json

import numpy as np
import torch

from model import SECOND
from safetensors_plain import write
from train import SHAPE


def main():
    a = argparse.ArgumentParser()
    a.add_argument('work')
    a.add_argument('output')
    a.add_argument('--window', type=int, default=254, help='pieces in a window')
    a.add_argument('--kept', type=float, default=-1.5, help='log-odds at which a beginning that the splitter proposes stays')
    a.add_argument('--added', type=float, default=0., help='log-odds from which a beginning is added')
    a.add_argument('--precision', choices=('single', 'byte'), default='byte', help='in which numbers the program computes products with these weights')
    args = a.parse_args()
    state = torch.load(args.work + '/checkpoint.pt', map_location='cpu')['model']
    with open(args.work + '/labels.json') as f:
        labels = json.load(f)
    out = {}
    half = lambda t: t.detach().numpy().astype(np.float16)

    word = state.pop('encoder.word').numpy()
    scale = np.abs(word).max(1) / 127
    out['encoder.embeddings.word'] = np.round(word / scale[:, None]).astype(np.int8)
    out['encoder.embeddings.word.scale'] = scale.astype(np.float32)
    out['encoder.embeddings.position'] = half(state.pop('encoder.position'))
    out['encoder.embeddings.case'] = half(state.pop('encoder.case'))
    for part in ('weight', 'bias'):
        out['encoder.embeddings.norm.' + part] = half(state.pop('encoder.norm.' + part))
    for name in [n for n in state if n.startswith('encoder.layers.')]:
        out[name.replace('encoder.layers.', 'encoder.layer.')] = half(state.pop(name))

    # Relation scores as a linear layer of the dependent: outputs lie side of the head by side of the head, the relations together.
    relation = state.pop('relation')
    r, d, e = relation.shape
    out['heads.relation.weight'] = half(relation[:, :d - 1, :].permute(2, 0, 1).reshape(e * r, d - 1))
    out['heads.relation.bias'] = half(relation[:, d - 1, :].t().reshape(e * r))
    for name in list(state):
        out['heads.' + name] = half(state[name])
    meta = {k: str(v) for k, v in SHAPE.items()} | {'labels.' + k: ' '.join(v) for k, v in labels.items()}
    meta |= {'second.' + k: str(v) for k, v in SECOND.items()}
    meta |= {'window': str(args.window), 'precision': args.precision, 'openings.kept': str(args.kept), 'openings.added': str(args.added)}
    write(args.output, out, meta)


main()

#!/usr/bin/env python3
"""Trains the encoder and its heads together (PyTorch 1.13 on the processor, Debian's python3-torch with libopenblas0-pthread).

  train.py --pieces FOLDER --base FOLDER --work FOLDER [--passes syntax=5,names=3,attributions=4]

FOLDER of pieces: what `train pieces` of training/Crosscheck.Training wrote. A run that was cut off goes on from the checkpoint in --work.
Seeds are fixed; the order of the batches is that of the seed and of the step. The script `train` beside this one sets the environment that it needs.
"""
import argparse
import json
import os
import random
import time

import torch
from torch import nn

from model import Model, load_base, load_shipped
from tasks import Attributions, Names, Syntax, Teacher
from windows import CLS, SEP, batches, read

SHAPE = {'layers': 6, 'width': 384, 'heads': 12, 'feedForward': 1536, 'maxPositions': 512, 'vocabulary': 30522, 'cases': 5}


def say(*words):
    print(time.strftime('%H:%M:%S'), *words, flush=True)


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--pieces', required=True)
    a.add_argument('--base', required=True)
    a.add_argument('--work', required=True)
    a.add_argument('--after', help='checkpoint of an earlier run whose weights this one starts from')
    a.add_argument('--shipped', help='weights that export.py wrote, to start from as far as they fit')
    a.add_argument('--teacher', help='weights that export.py wrote, whose tags, trees and names are learned on text without gold')
    a.add_argument('--half', action='store_true', help='blocks in bfloat16: twice as fast on processors that have it')
    a.add_argument('--masked', type=float, default=0., help='share of the pieces that training hides')
    a.add_argument('--heads', action='store_true', help='trains the heads alone; the encoder stays as it is')
    a.add_argument('--average', action='store_true', help='ends with the mean of the weights over the second half of the run')
    a.add_argument('--passes', default='syntax=5,names=3,attributions=4')
    a.add_argument('--rate', type=float, default=3e-4)
    a.add_argument('--head-rate', type=float, default=1e-3)
    a.add_argument('--batch', type=int, default=1600, help='pieces a batch, padding counted')
    a.add_argument('--seed', type=int, default=11)
    a.add_argument('--threads', type=int, default=0, help='0: two while the machine is quiet, else one')
    args = a.parse_args()
    passes = {k: float(v) for k, v in (p.split('=') for p in args.passes.split(','))}
    random.seed(args.seed)
    torch.manual_seed(args.seed)

    data = {name: read(f'{args.pieces}/{name}.jsonl') for name in
            [f'{k}-{part}' for part in ('train', 'dev') for k in ('ewt', 'gum', 'names', 'attributions')]}
    labels = label_sets(data)
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    with open(f'{args.work}/labels.json', 'w') as f:
        json.dump(labels, f)
    with open(f'{args.base}/vocab.txt', encoding='utf8') as f:
        letters = {i for i, l in enumerate(f) if len(l.rstrip('\n')) == 1 and l[0].isalpha()}

    model = Model(SHAPE, labels)
    load_base(model, args.base)
    vectors = base_vectors(model, data['ewt-train'] + data['gum-train'], f'{args.work}/vectors.pt')
    if args.shipped:
        say('anew:', *load_shipped(model, args.shipped, labels))
    if args.after:
        model.load_state_dict(torch.load(args.after)['model'])
    model.half, model.masked = args.half, args.masked
    teacher = None
    if args.teacher:
        elder = Model(SHAPE, labels)
        load_shipped(elder, args.teacher, labels)
        elder.half = args.half
        teacher = Teacher(elder)
    if args.heads:
        model.encoder.requires_grad_(False)
    tasks = {'syntax': Syntax(data['ewt-train'] + data['gum-train'], index, vectors),
             'names': Names(data['names-train'], index), 'attributions': Attributions(data['attributions-train'])}
    dev = {'ewt': Syntax(data['ewt-dev'], index), 'gum': Syntax(data['gum-dev'], index), 'names': Names(data['names-dev'], index), 'attributions': Attributions(data['attributions-dev'])}

    dev = {k: v for k, v in dev.items() if passes.get('syntax' if k in ('ewt', 'gum') else k)}
    plan = plan_of(tasks, passes, letters, args)
    say(f'{len(plan)} steps, {sum(p.numel() for p in model.parameters()):,} trained parameters')
    groups = [{'params': [p for n, p in model.named_parameters() if n.startswith('encoder.') == below and (p.dim() > 1) == matrix],
               'lr': rate, 'base': rate, 'weight_decay': .01 if matrix else 0.}
              for below, rate in ((True, args.rate), (False, args.head_rate)) if not (below and args.heads) for matrix in (True, False)]
    optimizer = torch.optim.AdamW(groups, betas=(.9, .98))
    step = resume(args.work, model, optimizer)
    mean = Mean(model)
    save_at = eval_at = None
    started, seen, losses = time.time(), 0, {}
    meter = Meter(args.threads)
    for step in range(step, len(plan)):
        name, batch = plan[step]
        scale = min(1, (step + 1) / (.06 * len(plan))) * max(.02, 1 - step / len(plan))
        for g in groups:
            g['lr'] = g['base'] * scale
        model.train()
        model.encoder.train(not args.heads)
        loss = tasks[name].loss(model, batch, teacher)
        optimizer.zero_grad()
        loss.backward()
        norm = nn.utils.clip_grad_norm_(model.parameters(), 1.)
        if not norm < 1000:  # not a number or absurd: one bad batch must not spoil the run
            say('left out: step', step, name, 'loss', loss.item(), 'norm', norm.item())
            continue
        optimizer.step()
        if args.average and step >= len(plan) // 2 and step % 10 == 0:
            mean.add(model)
        seen += sum(len(s['p']) for w, _ in batch for s in w)
        losses[name] = .98 * losses.get(name, loss.item()) + .02 * loss.item()
        meter.tick()
        if step % 25 == 0:
            say(f'{step}/{len(plan)}', {k: round(v, 3) for k, v in losses.items()}, f'{seen / (time.time() - started):.0f} pieces/s, {torch.get_num_threads()} threads')
        if save_at is None or time.time() > save_at:
            if save_at is not None:
                save(args.work, model, optimizer, step + 1)
            save_at = time.time() + 300
        if eval_at is None or step >= eval_at:
            if eval_at is not None:
                say('development:', evaluate(model, dev, letters, args, quick=True))
            eval_at = step + max(1, len(plan) // 6)
    if mean.count:
        say('development, before averaging:', evaluate(model, dev, letters, args, quick=False))
        mean.give(model)
    save(args.work, model, optimizer, len(plan))
    say('development, whole:', evaluate(model, dev, letters, args, quick=False))


def label_sets(data):
    banks = data['ewt-train'] + data['gum-train']
    distinct = lambda documents, key: sorted({x for d in documents for s in d['sentences'] for x in s[key]})
    names = distinct(data['names-train'], 'names')
    return {'xpos': distinct(banks, 'xpos'), 'upos': distinct(banks, 'upos'), 'relations': distinct(banks, 'relations'),
            'names': ['O'] + [x for x in names if x != 'O']}


def plan_of(tasks, passes, letters, args):
    """Every batch of the run, shuffled so that the tasks are spread evenly."""
    plan = []
    for name, task in tasks.items():
        left = passes.get(name, 0)
        own = []
        while left > 0:
            items = list(task.items(letters, training=True))
            if left < 1:
                items = random.sample(items, int(left * len(items)))
            own += batches(items, args.batch)
            left -= 1
        plan += [((i + random.random()) / len(own), name, b) for i, b in enumerate(own)]
    plan.sort(key=lambda p: p[0])
    return [(name, b) for _, name, b in plan]


def base_vectors(model, documents, path):
    """The base encoder's vector of each treebank sentence by itself, made once."""
    sentences = [s for d in documents for s in d['sentences'] if len(s['p']) <= 254]
    for i, s in enumerate(sentences):
        s['number'] = i
    if os.path.exists(path):
        return torch.load(path)
    torch.set_num_threads(1)
    say('vectors of the base encoder')
    model.eval()
    out = torch.zeros(len(sentences), SHAPE['width'], dtype=torch.half)
    with torch.no_grad():
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]['p']))
        for start in range(0, len(order), 64):
            rows = [[CLS] + sentences[i]['p'] + [SEP] for i in order[start:start + 64]]
            n = max(map(len, rows))
            pieces = torch.tensor([r + [0] * (n - len(r)) for r in rows])
            mask = torch.tensor([[True] * len(r) + [False] * (n - len(r)) for r in rows])
            hidden = model.encoder(pieces, torch.zeros_like(pieces), mask)
            pooled = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
            out[torch.tensor(order[start:start + 64])] = nn.functional.normalize(pooled).half()
    torch.save(out, path)
    return out


def evaluate(model, dev, letters, args, quick):
    model.eval()
    out = {}
    with torch.no_grad():
        for name, task in dev.items():
            items = list(task.items(letters, training=False))
            out[name] = task.score(model, batches(items[::8] if quick else items, args.batch))
    return out


def save(folder, model, optimizer, step):
    torch.save({'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'step': step}, folder + '/next.pt')
    os.replace(folder + '/next.pt', folder + '/checkpoint.pt')


def resume(folder, model, optimizer):
    if not os.path.exists(folder + '/checkpoint.pt'):
        return 0
    state = torch.load(folder + '/checkpoint.pt')
    model.load_state_dict(state['model'])
    optimizer.load_state_dict(state['optimizer'])
    say('goes on from step', state['step'])
    return state['step']


class Mean:
    """The mean of a model's weights over several steps (Izmailov et al. 2018). Not kept across a restart: then the mean is over what came after it."""

    def __init__(self, model):
        self.sum, self.count = {n: torch.zeros_like(p) for n, p in model.named_parameters()}, 0

    def add(self, model):
        self.count += 1
        with torch.no_grad():
            for n, p in model.named_parameters():
                self.sum[n] += p

    def give(self, model):
        with torch.no_grad():
            for n, p in model.named_parameters():
                p.copy_(self.sum[n] / self.count)


class Meter:
    """Chooses one thread or two by what the rest of the machine did during the last steps: two trainings' threads that wait for each other are slower than one."""

    def __init__(self, threads):
        self.fixed, self.steps = threads, 0
        torch.set_num_threads(threads or 1)
        self.before = self.read()

    def read(self):
        with open('/proc/stat') as f:
            t = [int(x) for x in f.readline().split()[1:9]]
        own = os.times()
        return sum(t) - t[3] - t[4], (own.user + own.system) * os.sysconf('SC_CLK_TCK'), time.time()

    def tick(self):
        self.steps += 1
        if self.fixed or self.steps % 4:
            return
        now = self.read()
        others = (now[0] - self.before[0] - (now[1] - self.before[1])) / max(1e-9, now[2] - self.before[2]) / os.sysconf('SC_CLK_TCK')
        torch.set_num_threads(2 if others < .35 else 1)
        self.before = now


if __name__ == '__main__':
    main()

"""The joint tasks: what each one reads, its windows, its loss and its score on the development part."""
import collections
import random

import torch
import torch.nn.functional as F

from model import ROLES, chain, crf_loss
from windows import LIMIT, MASK, labels, recase, tensors, windows

LIMITS = (40, 70, 110, 160, LIMIT)


def words_of(model, t):
    pieces = t['pieces']
    if model.training and model.masked:
        pieces = torch.where((torch.rand(pieces.shape) < model.masked) & (t['piece_sentence'] >= 0), torch.full_like(pieces, MASK), pieces)
    with torch.autocast('cpu', dtype=torch.bfloat16, enabled=model.half):
        hidden = model.encoder(pieces, t['cases'], t['mask'])
    hidden = hidden.float()
    words = torch.gather(hidden, 1, t['words'][:, :, None].expand(-1, -1, hidden.shape[2]))
    return hidden, model.dropout(words)


class Teacher:
    """What an earlier model says where a task's own text has no gold: tags and trees of names' and attributions' articles, names of the
    treebanks'. The learner sees some pieces hidden and the teacher none (Xie et al. 2020, "Self-training with noisy student"), so that what is
    learned for one task is not lost while another's text is read (Li and Hoiem 2016, "Learning without forgetting")."""

    def __init__(self, model):
        self.model = model.eval().requires_grad_(False)

    def loss(self, model, words, t, task):
        with torch.no_grad():
            _, taught = words_of(self.model, t)
        inside = t['sentence'] >= 0
        soft = lambda said, told: -(torch.softmax(told[inside], -1) * torch.log_softmax(said[inside], -1)).sum(-1).mean()
        loss = 0
        if task != 'names':
            loss = loss + 2 * soft(model.names(words), self.model.names(taught))
        if task != 'syntax':
            loss = loss + soft(model.xpos(words), self.model.xpos(taught)) + .5 * soft(model.upos(words), self.model.upos(taught))
            arcs = arc_scores(self.model, taught, t)
            loss = loss + soft(arc_scores(model, words, t), arcs)
            heads = arcs.argmax(2)
            loss = loss + soft(model.relations(words, heads), self.model.relations(taught, heads))
        return loss


def arc_scores(model, words, t):
    same = (t['sentence'][:, :, None] == t['sentence'][:, None, :]) & (t['sentence'] >= 0)[:, :, None]
    allowed = torch.cat([torch.ones(same.shape[:2] + (1,), dtype=torch.bool), same], 2)
    return model.arcs(words).masked_fill(~allowed, -1e9)


def maybe_recased(window, letters, share):
    if random.random() >= share:
        return window
    return recase([dict(s) for s in window], random.choice(('lower', 'upper', 'title')), letters)


class Syntax:
    """Tags, dependencies, sentence openings and (against the base encoder's) sentence vectors."""

    def __init__(self, documents, index, vectors=None):
        self.documents, self.index, self.vectors = documents, index, vectors
        for d in documents:
            for s in d['sentences']:
                s['xpos'] = [index['xpos'].get(x, -100) for x in s['xpos']]
                s['upos'] = [index['upos'].get(x, -100) for x in s['upos']]
                s['relations'] = [index['relations'].get(x, -100) for x in s['relations']]

    def items(self, letters, training):
        for d in self.documents:
            for w in windows(d, random.choice(LIMITS) if training else LIMIT):
                yield (maybe_recased(w, letters, .06) if training else w), None

    def gold_heads(self, batch, t):
        """0: root, 1 + index in the window, -100: none."""
        rows = []
        for window, _ in batch:
            row, at = [], 0
            for s in window:
                row += [0 if h == -1 else h + at + 1 if h >= 0 else -100 for h in s['heads']]
                at += len(s['w'])
            rows.append(row)
        from windows import padded
        return torch.from_numpy(padded(rows, -100))

    def loss(self, model, batch, teacher=None):
        t = tensors(batch)
        hidden, words = words_of(model, t)
        heads = self.gold_heads(batch, t)
        ce = lambda scores, gold: F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100)
        loss = ce(model.xpos(words), labels(batch, 'xpos')) + .5 * ce(model.upos(words), labels(batch, 'upos'))
        loss = loss + ce(arc_scores(model, words, t), heads)
        relations = labels(batch, 'relations').masked_fill(heads < 0, -100)
        loss = loss + ce(model.relations(words, heads.clamp(min=0)), relations)
        opens, known = opening_labels(t)
        if known.any():
            loss = loss + F.binary_cross_entropy_with_logits(model.opens(words)[:, :, 0][known], opens[known])
        if self.vectors is not None:
            loss = loss + .5 * self.vector_loss(model, hidden, t, batch)
        return loss + (teacher.loss(model, words, t, 'syntax') if teacher else 0)

    def vector_loss(self, model, hidden, t, batch):
        """One minus the cosine to the vector that the base encoder gave the lone sentence."""
        rows, targets, pools = [], [], []
        for b, (window, _) in enumerate(batch):
            for k, s in enumerate(window):
                if 'number' in s:
                    pools.append(hidden[b, t['piece_sentence'][b] == k].mean(0))
                    targets.append(self.vectors[s['number']].float())
        if not pools:
            return 0
        return (1 - F.cosine_similarity(model.vector(torch.stack(pools)), torch.stack(targets))).mean()

    def score(self, model, batches):
        right = collections.Counter()
        for batch in batches:
            t = tensors(batch)
            _, words = words_of(model, t)
            scores = arc_scores(model, words, t)
            heads = scores.argmax(2)
            gold = self.gold_heads(batch, t)
            relations, tags = model.relations(words, heads).argmax(2), model.xpos(words).argmax(2)
            known = gold >= 0
            right['words'] += known.sum().item()
            right['xpos'] += ((tags == labels(batch, 'xpos')) & known).sum().item()
            right['uas'] += ((heads == gold) & known).sum().item()
            right['las'] += ((heads == gold) & (relations == labels(batch, 'relations')) & known).sum().item()
            opens, asked = opening_labels(t)
            says = model.opens(words)[:, :, 0] > 0
            right['opens_both'] += (says & (opens > 0) & asked).sum().item()
            right['opens_any'] += ((says & asked).sum() + ((opens > 0) & asked).sum()).item()
        return {k: round(right[k] / right['words'], 4) for k in ('xpos', 'uas', 'las')} | {'opens': round(2 * right['opens_both'] / max(1, right['opens_any']), 4)}


def opening_labels(t):
    """1 where a sentence begins; a window's first word is not asked."""
    s = t['sentence']
    opens = torch.zeros(s.shape)
    opens[:, 1:] = (s[:, 1:] != s[:, :-1]).float()
    known = s >= 0
    known[:, 0] = False
    return opens, known


class Names:
    def __init__(self, documents, index):
        self.documents = documents
        self.names = list(index['names'])
        for d in documents:
            for s in d['sentences']:
                s['names'] = [index['names'][x] for x in s['names']]

    def items(self, letters, training):
        for d in self.documents:
            for w in windows(d, random.choice(LIMITS) if training else LIMIT):
                yield (maybe_recased(w, letters, .12) if training else w), None

    def loss(self, model, batch, teacher=None):
        t = tensors(batch)
        _, words = words_of(model, t)
        loss = 2 * F.cross_entropy(model.names(words).flatten(0, 1), labels(batch, 'names').flatten(), ignore_index=-100)
        return loss + (teacher.loss(model, words, t, 'names') if teacher else 0)

    def spans(self, row):
        out, start, kind = set(), None, None
        for i, x in enumerate(list(row) + [None]):
            tag = self.names[x] if x is not None and x >= 0 else 'O'
            if start is not None and not (tag[0] == 'I' and tag[2:] == kind):
                out.add((start, i, kind))
                start = None
            if tag[0] == 'B' or tag[0] == 'I' and start is None:
                start, kind = i, tag[2:]
        return out

    def score(self, model, batches):
        c = collections.Counter()
        for batch in batches:
            t = tensors(batch)
            _, words = words_of(model, t)
            said = model.names(words).argmax(2)
            gold = labels(batch, 'names')
            for b in range(len(batch)):
                n = t['count'][b].item()
                g, p = self.spans(gold[b, :n].tolist()), self.spans(said[b, :n].tolist())
                c['both'] += len(g & p)
                c['any'] += len(g) + len(p)
                three = lambda x: {e for e in x if e[2] in ('Person', 'Organization', 'Location')}
                c['both3'] += len(three(g) & three(p))
                c['any3'] += len(three(g)) + len(three(p))
        return {'nine': round(2 * c['both'] / max(1, c['any']), 4), 'three': round(2 * c['both3'] / max(1, c['any3']), 4)}


class Attributions:
    """Who says what: the first word of each cue, then for each cue the role of every word of its window."""

    def __init__(self, documents):
        self.documents = documents

    def items(self, letters, training):
        for d in self.documents:
            for w in windows(d, random.choice((160, 210, LIMIT, LIMIT)) if training else LIMIT):
                first = w[0]['first']
                end = w[-1]['first'] + len(w[-1]['w'])
                marked = []
                for source, cue, content in d['attributions']:
                    inside = lambda words: [x - first for x in words if first <= x < end]
                    if cue and first <= min(cue) < end:
                        marked.append((inside(source), inside(cue), inside(content)))
                yield (maybe_recased(w, letters, .03) if training else w), marked

    def gold(self, batch, t):
        cues, rows, words = torch.zeros(t['words'].shape), [], []
        roles = []
        for b, (_, marked) in enumerate(batch):
            for source, cue, content in marked:
                cues[b, min(cue)] = 1
                rows.append(b)
                words.append(min(cue))
                role = torch.zeros(t['words'].shape[1], dtype=torch.long)
                for k, part in ((1, source), (2, content), (3, cue)):
                    role[part] = k
                roles.append(role)
        return cues, torch.tensor(rows, dtype=torch.long), torch.tensor(words, dtype=torch.long), torch.stack(roles) if roles else torch.zeros((0, t['words'].shape[1]), dtype=torch.long)

    def loss(self, model, batch, teacher=None):
        t = tensors(batch)
        _, words = words_of(model, t)
        cues, rows, at, roles = self.gold(batch, t)
        inside = t['sentence'] >= 0
        said = model.cue(words)[:, :, 0]
        loss = 5 * F.binary_cross_entropy_with_logits(said[inside], cues[inside])
        # Words that look like a cue and are none: their second look should find nothing.
        false = ((said > -1.5) & inside & (cues == 0)).nonzero()
        false = false[torch.randperm(len(false))[:len(rows) // 3]]
        rows, at = torch.cat([rows, false[:, 0]]), torch.cat([at, false[:, 1]])
        roles = torch.cat([roles, torch.zeros((len(false), roles.shape[1]), dtype=torch.long)])
        if len(rows):
            scores = model.spans(words, t, rows, at)
            loss = loss + .1 * crf_loss(scores, model.span_transitions, roles, t['count'][rows]).sum() / max(1, len(rows))
        return loss + (teacher.loss(model, words, t, 'attributions') if teacher else 0)

    def score(self, model, batches):
        """Word-level "right" of attributions whose cue begins where a marked one does: near the scorer's measure, not equal."""
        c = collections.Counter()
        for batch in batches:
            t = tensors(batch)
            _, words = words_of(model, t)
            cues, rows, at, roles = self.gold(batch, t)
            said = (model.cue(words)[:, :, 0] > -.4) & (t['sentence'] >= 0)
            c['marked'] += int(cues.sum().item())
            where = said.nonzero()
            if len(where) == 0:
                continue
            scores = model.spans(words, t, where[:, 0], where[:, 1])
            marked = {(r, a): role for r, a, role in zip(rows.tolist(), at.tolist(), roles)}
            for (b, i), s in zip(where.tolist(), scores):
                n = t['count'][b]
                guess = chain(s[:n], model.span_transitions)
                if not (guess == 2).any():
                    continue
                c['said'] += 1
                gold = marked.get((b, i))
                if gold is None:
                    continue
                c['cue'] += 1
                c['right'] += all(f1(gold[:n] == k, guess == k) >= .5 for k in (1, 2))
        return {'cue': round(2 * c['cue'] / max(1, c['said'] + c['marked']), 4), 'right': round(2 * c['right'] / max(1, c['said'] + c['marked']), 4)}


def f1(gold, guess):
    total = (gold.sum() + guess.sum()).item()
    return 1. if total == 0 else 2 * (gold & guess).sum().item() / total

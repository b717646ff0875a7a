"""The encoder and its heads in PyTorch, as src/Crosscheck/Language/Encoding and the heads beside it compute them.

Encoder: BERT (Devlin et al. 2019), post-layer-norm, with an added embedding of each word's letter case. The word embedding is frozen and
rounded to 8 bits a row before training, so that what ships is what was trained on. Heads read the first piece of each word.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn

CASES = 5  # None, Lower, Upper, Title, Mixed: LetterCase.cs
ARC, RELATION = 256, 128
SECOND = {'width': 128, 'heads': 4, 'feedForward': 256}  # of the second look at a window, one for each cue
SENTENCES, PARAGRAPHS, QUOTED = 3, 1, 3  # farthest distances told apart; not quoted, quoted, in the cue's own quotation
ROLES = ('none', 'source', 'content', 'cue')


class Encoder(nn.Module):
    def __init__(self, shape, dropout):
        super().__init__()
        self.shape = shape
        width, self.heads = shape['width'], shape['heads']
        self.register_buffer('word', torch.zeros(shape['vocabulary'], width))
        self.position = nn.Parameter(torch.zeros(shape['maxPositions'], width))
        self.case = nn.Parameter(torch.zeros(CASES, width))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, shape['feedForward'], self.heads) for _ in range(shape['layers']))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces, cases, mask):
        x = self.word[pieces] + self.position[:pieces.shape[1]] + self.case[cases]
        x = self.dropout(self.norm(x))
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, bias):
        b, t, w = x.shape
        split = lambda y: y.view(b, t, self.heads, w // self.heads).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        a = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(w // self.heads) + bias, -1)
        y = (a @ v).transpose(1, 2).reshape(b, t, w)
        x = self.attention_norm(x + self.output(y))
        return self.output_norm(x + self.down(F.gelu(self.up(x))))


class Model(nn.Module):
    def __init__(self, shape, labels, dropout=.1, head_dropout=.2):
        super().__init__()
        self.labels = labels
        self.half = False  # whether the transformer blocks compute in bfloat16: twice as fast on processors that have it
        self.masked = 0.  # share of the pieces that training hides
        width = shape['width']
        self.encoder = Encoder(shape, dropout)
        self.dropout = nn.Dropout(head_dropout)
        self.xpos = nn.Linear(width, len(labels['xpos']))
        self.upos = nn.Linear(width, len(labels['upos']))
        self.opens = nn.Linear(width, 1)  # whether a sentence begins with this word
        self.arc_dependent, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc = nn.Linear(ARC, ARC)  # bilinear; its bias scores heads alone
        self.arc_root = nn.Parameter(torch.randn(ARC) * .02)
        self.relation_dependent, self.relation_head = nn.Linear(width, RELATION), nn.Linear(width, RELATION)
        self.relation = nn.Parameter(torch.randn(len(labels['relations']), RELATION + 1, RELATION + 1) * .02)
        self.relation_root = nn.Parameter(torch.randn(RELATION) * .02)
        self.names = nn.Linear(width, len(labels['names']))
        self.cue = nn.Linear(width, 1)  # whether an attribution's cue begins with this word
        wide = SECOND['width']
        self.span_cue, self.span_word = nn.Linear(width, 2 * wide), nn.Linear(width, 2 * wide)
        self.span_distance = nn.Parameter(torch.randn(2 * distance_buckets() + 1, wide) * .1)
        self.span_sentence = nn.Parameter(torch.randn(2 * SENTENCES + 1, wide) * .1)
        self.span_paragraph = nn.Parameter(torch.randn(2 * PARAGRAPHS + 1, wide) * .1)
        self.span_quoted = nn.Parameter(torch.randn(QUOTED, wide) * .1)
        self.span_norm = nn.LayerNorm(wide, eps=1e-12)
        self.span_layer = Layer(wide, SECOND['feedForward'], SECOND['heads'])
        self.span_role = nn.Linear(wide, len(ROLES))
        self.span_transitions = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))
        self.vector = nn.Linear(width, width)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)

    def arcs(self, words):
        """Scores [batch, dependent, 1 + head]: column 0 is the root."""
        dependent = self.arc(F.gelu(self.arc_dependent(words)))
        heads = torch.cat([self.arc_root.expand(len(words), 1, -1), F.gelu(self.arc_head(words))], 1)
        # One product over the whole batch, of which only the blocks of a window with itself are used: OpenBLAS 0.3.21's kernels for small
        # matrices give absurd gradients at these sizes.
        b, w, d = dependent.shape
        all_pairs = (dependent.reshape(b * w, d) @ heads.reshape(b * (w + 1), d).t()).view(b, w, b, w + 1)
        rows = torch.arange(b)
        return all_pairs[rows, :, rows, :] / math.sqrt(ARC)

    def relations(self, words, heads):
        """Scores of each word's relation to a given head (0: the root, else 1 + index of a word)."""
        dependent = with_one(F.gelu(self.relation_dependent(words)))
        head = F.gelu(self.relation_head(words))
        head = torch.cat([self.relation_root.expand(len(words), 1, -1), head], 1)
        head = with_one(torch.gather(head, 1, heads[:, :, None].expand(-1, -1, head.shape[2])))
        b, w, d = dependent.shape
        left = torch.einsum('nd,rde->nre', dependent.reshape(b * w, d), self.relation)
        return (left * head.reshape(b * w, 1, d)).sum(2).view(b, w, -1)

    def spans(self, words, t, batch, cues):
        """Scores [cue, word, role] for cues given as (row of the batch, word): a second look at the window, with the cue known."""
        wide = SECOND['width']
        cue, word = self.span_cue(words)[batch, cues], self.span_word(words)[batch]
        at = lambda key: (t[key][batch] - t[key][batch, cues][:, None])
        quote = t['quotation'][batch]
        quoted = (quote >= 0).long() + ((quote >= 0) & (quote == quote[torch.arange(len(cues)), cues][:, None])).long()
        distance = distance_index(torch.arange(words.shape[1])[None, :] - cues[:, None])
        x = cue[:, None, :wide] + word[:, :, :wide] + cue[:, None, wide:] * word[:, :, wide:]
        x = x + self.span_distance[distance] + self.span_quoted[quoted]
        x = x + self.span_sentence[at('sentence').clamp(-SENTENCES, SENTENCES) + SENTENCES] + self.span_paragraph[at('paragraph').clamp(-PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS]
        bias = torch.zeros(quote.shape).masked_fill(t['sentence'][batch] < 0, -1e9)[:, None, None, :]
        with torch.autocast('cpu', dtype=torch.bfloat16, enabled=self.half):
            x = self.span_layer(self.dropout(self.span_norm(x)), bias)
        return self.span_role(x.float())


def with_one(x):
    return torch.cat([x, torch.ones(x.shape[:-1] + (1,))], -1)


def distance_buckets():
    return 40


def distance_index(distance):
    """0 to 80: the exact distance up to 24, then about five steps to a doubling, capped; below 40 for words before the cue."""
    a = distance.abs()
    far = 24 + (torch.log2(a.clamp(min=1).float() / 24) * 4.999).floor().long().clamp(0, distance_buckets() - 24)
    a = torch.where(a <= 24, a, far)
    return distance_buckets() + torch.where(distance < 0, -a, a)


def crf_loss(scores, transitions, roles, lengths):
    """Negative log-likelihood of role sequences in a linear chain (Lafferty et al. 2001), one a cue."""
    n, w, _ = scores.shape
    gold = torch.gather(scores, 2, roles[:, :, None])[:, :, 0]
    steps = transitions[roles[:, :-1], roles[:, 1:]]
    inside = torch.arange(w)[None, :] < lengths[:, None]
    total = (gold * inside).sum(1) + (steps * inside[:, 1:]).sum(1)
    alpha = scores[:, 0]
    for i in range(1, w):
        step = torch.logsumexp(alpha[:, :, None] + transitions[None], 1) + scores[:, i]
        alpha = torch.where(inside[:, i, None], step, alpha)
    return torch.logsumexp(alpha, 1) - total


def chain(scores, transitions):
    """The likeliest roles of one cue's words (Viterbi)."""
    best, back = scores[0], []
    for row in scores[1:]:
        top, way = (best[:, None] + transitions).max(0)
        best = top + row
        back.append(way)
    roles = [best.argmax().item()]
    for way in reversed(back):
        roles.append(way[roles[-1]].item())
    return torch.tensor(roles[::-1])


def load_shipped(model, file, labels):
    """Starts from weights that export.py wrote, as far as they fit: the encoder, and heads of the same labels."""
    import safetensors_plain as safetensors
    tensors, meta = safetensors.read(file)
    t = {k: v.float() for k, v in tensors.items()}
    e = model.encoder
    e.word.copy_(t['encoder.embeddings.word'] * t['encoder.embeddings.word.scale'][:, None])
    state = {n: t[n.replace('encoder.layers.', 'encoder.layer.')] for n in e.state_dict(prefix='encoder.') if n.startswith('encoder.layers.')}
    state |= {'encoder.position': t['encoder.embeddings.position'], 'encoder.case': t['encoder.embeddings.case']}
    state |= {f'encoder.norm.{p}': t['encoder.embeddings.norm.' + p] for p in ('weight', 'bias')}
    if any(meta['labels.' + k] != ' '.join(v) for k, v in labels.items()):
        raise ValueError('the labels of the weights are others')
    r, d, width = model.relation.shape
    weight = t.pop('heads.relation.weight').view(width, r, d - 1).permute(1, 2, 0)
    state['relation'] = torch.cat([weight, t.pop('heads.relation.bias').view(width, r).t()[:, None, :]], 1)
    state |= {k[len('heads.'):]: v for k, v in t.items() if k.startswith('heads.')}
    own = model.state_dict()
    state = {k: v for k, v in state.items() if k in own and own[k].shape == v.shape}
    missing = model.load_state_dict(state, strict=False).missing_keys
    return sorted(set(missing) - {'encoder.word'})


def load_base(model, folder):
    """Starts the encoder from all-MiniLM-L6-v2 (BERT's tensor names)."""
    import safetensors_plain as safetensors
    t, _ = safetensors.read(folder + '/model.safetensors')
    t = {k.replace('bert.', ''): v for k, v in t.items()}
    e = model.encoder
    word = t['embeddings.word_embeddings.weight']
    scale = word.abs().amax(1, keepdim=True) / 127
    e.word.copy_(torch.round(word / scale) * scale)
    e.position.data.copy_(t['embeddings.position_embeddings.weight'] + t['embeddings.token_type_embeddings.weight'][0])
    copy(e.norm, t, 'embeddings.LayerNorm')
    for i, layer in enumerate(e.layers):
        p = f'encoder.layer.{i}.'
        for ours, theirs in (('query', 'attention.self.query'), ('key', 'attention.self.key'), ('value', 'attention.self.value'),
                             ('output', 'attention.output.dense'), ('attention_norm', 'attention.output.LayerNorm'),
                             ('up', 'intermediate.dense'), ('down', 'output.dense'), ('output_norm', 'output.LayerNorm')):
            copy(getattr(layer, ours), t, p + theirs)


def copy(module, tensors, name):
    module.weight.data.copy_(tensors[name + '.weight'])
    module.bias.data.copy_(tensors[name + '.bias'])

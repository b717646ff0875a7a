#!/usr/bin/env python3
"""Writes 10,000 lines of odd text and what BERT's uncased tokenizer makes of each, for tests/Crosscheck.Tests/Language/Pieces.

Written from the published algorithm (Devlin et al. 2019: clean, space out Chinese, NFD without nonspacing marks, lower case, split at white
space and punctuation, longest piece first), independently of the program's own. A line: UTF-16 code units in hexadecimal, tab, piece numbers.

  reference_pieces.py VOCAB.txt OUTPUT.tsv.gz
"""
import gzip
import random
import sys
import unicodedata


def category(c):
    return unicodedata.category(c)


def basic(text):
    out = []
    for c in text:
        o = ord(c)
        if o == 0 or o == 0xFFFD or 0xD800 <= o < 0xE000:
            continue
        if c in ' \t\n\r' or category(c) == 'Zs':
            out.append(' ')
        elif category(c)[0] == 'C':
            continue
        elif 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F:
            out += [' ', c, ' ']
        else:
            out.append(c)
    words = []
    for word in ''.join(out).split(' '):
        folded = ''.join(l for c in unicodedata.normalize('NFD', word) if category(c) != 'Mn' for l in c.lower() if category(l) != 'Mn')
        current = ''
        for c in folded:
            ascii_mark = 33 <= ord(c) <= 47 or 58 <= ord(c) <= 64 or 91 <= ord(c) <= 96 or 123 <= ord(c) <= 126
            if ascii_mark or category(c)[0] == 'P':
                words += [current, c]
                current = ''
            else:
                current += c
        words.append(current)
    return [w for w in words if w]


def pieces(text, vocabulary):
    out = []
    for word in basic(text):
        found, start = [], 0
        while start < len(word) and len(word) <= 100:
            end = len(word)
            while end > start and (word[start:end] if start == 0 else '##' + word[start:end]) not in vocabulary:
                end -= 1
            if end == start:
                break
            found.append(vocabulary[word[start:end] if start == 0 else '##' + word[start:end]])
            start = end
        out += found if start == len(word) else [vocabulary['[UNK]']]
    return out


def lines(vocabulary, random):
    words = [w for w in vocabulary if w.isalpha()]
    marks = list('.,;:!?"\'()[]{}-–—…«»“”‘’/\\@#$%^&*_+=<>|~`¿¡§¶•')
    blocks = [(0x20, 0x7F), (0xA0, 0x250), (0x370, 0x400), (0x400, 0x530), (0x590, 0x700), (0x900, 0xE00), (0xE00, 0x1100), (0x1100, 0x1200), (0x1E00, 0x2000), (0x2000, 0x2100),
              (0x2100, 0x2C00), (0x3000, 0x3200), (0x4E00, 0x5000), (0xAC00, 0xAE00), (0xF900, 0xFB00), (0xFB00, 0x10000), (0x1F300, 0x1F700), (0x20000, 0x20100), (0x300, 0x370), (0, 0x20), (0xD800, 0xE000)]
    known = lambda c: unicodedata.category(c) != 'Cn'
    while True:
        parts = []
        for _ in range(random.randint(1, 4)):
            kind = random.random()
            if kind < .35:
                w = random.choice(words)
                parts.append(random.choice((w, w.capitalize(), w.upper(), w + random.choice(words))))
            elif kind < .5:
                parts.append(random.choice(marks) * random.choice((1, 1, 1, 3)))
            elif kind < .9:
                first, end = random.choice(blocks)
                parts.append(''.join(c for c in (chr(random.randrange(first, end)) for _ in range(random.randint(1, 8))) if known(c)))
            elif kind < .93:
                parts.append('x' * random.choice((99, 100, 101, 300)))
            else:
                parts.append(str(random.randint(0, 10 ** random.randint(1, 12))))
            parts.append(random.choice(('', ' ', ' ', '\t', '\u00a0', '\u200b', '\u0301')))
        yield ''.join(parts)


def main():
    with open(sys.argv[1], encoding='utf8') as f:
        vocabulary = {l.rstrip('\n'): i for i, l in enumerate(f)}
    with gzip.GzipFile(sys.argv[2], 'wb', 9, mtime=0) as out:
        left = 10000
        for line in lines(vocabulary, random.Random(1)):
            units = line.encode('utf-16-be', 'surrogatepass')
            text = decoded(units)
            if left == 0:
                break
            if any(category(c) == 'Cn' for c in text):  # a newer Unicode may know what two surrogates spell together
                continue
            left -= 1
            out.write((units.hex() + '\t' + ' '.join(map(str, pieces(text, vocabulary))) + '\n').encode())


def decoded(units):
    """UTF-16 with each unpaired surrogate as U+FFFD and nothing else lost."""
    out, i, values = [], 0, [units[i] << 8 | units[i + 1] for i in range(0, len(units), 2)]
    while i < len(values):
        if 0xD800 <= values[i] < 0xDC00 and i + 1 < len(values) and 0xDC00 <= values[i + 1] < 0xE000:
            out.append(chr(0x10000 + (values[i] - 0xD800 << 10) + values[i + 1] - 0xDC00))
            i += 2
        else:
            out.append('\ufffd' if 0xD800 <= values[i] < 0xE000 else chr(values[i]))
            i += 1
    return ''.join(out)


main()

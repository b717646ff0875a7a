#!/usr/bin/env python3
"""Writes src/Crosscheck/Language/Lexicon/piece-folds.tsv: what the encoder's vocabulary sees of each character.

The program runs without culture data, so canonical decomposition is a table. For every code point: decomposed (NFD), nonspacing marks taken
away, lower-cased, as BERT's normalizer does it; characters that stay the same and Hangul syllables (decomposed by rule) are left out.

  folds.py > src/Crosscheck/Language/Lexicon/piece-folds.tsv
"""
import sys
import unicodedata


def fold(c):
    return ''.join(d.lower() for d in unicodedata.normalize('NFD', c) if unicodedata.category(d) != 'Mn')


print('# Characters as the encoder\'s vocabulary sees them: decomposed, without nonspacing marks, in lower case.')
print(f'# Made by training/encoder/folds.py from Unicode {unicodedata.unidata_version} (Unicode License v3). Code point, then its fold, in hexadecimal.')
for code in range(sys.maxunicode + 1):
    c = chr(code)
    if 0xD800 <= code < 0xE000 or 0xAC00 <= code < 0xD7A4 or unicodedata.category(c)[0] in 'MC':
        continue
    folded = fold(c)
    if folded != c:
        print(f'{code:X}\t' + ' '.join(f'{ord(d):X}' for d in folded))

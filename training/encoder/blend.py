#!/usr/bin/env python3
"""Weights between two that one training led from one to the other: they often do better on text that neither has seen (Wortsman et al. 2022, "Robust fine-tuning of
zero-shot models"). Tensors that only the first file has stay its own; its 8-bit word embedding and its metadata too.

  blend.py OUTPUT.safetensors LATER.safetensors EARLIER.safetensors SHARE_OF_THE_LATER
"""
import sys

import numpy as np

from safetensors_plain import read, write


def main(output, later, earlier, share):
    (new, meta), (old, _) = read(later), read(earlier)
    out = {}
    for name, tensor in new.items():
        a = tensor.numpy()
        mixed = a.dtype == np.float16 and name in old
        out[name] = (share * a.astype(np.float32) + (1 - share) * old[name].numpy().astype(np.float32)).astype(np.float16) if mixed else a
    write(output, out, meta)


main(*sys.argv[1:4], float(sys.argv[4]))

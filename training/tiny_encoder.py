"""Writes the stored vectors that the encoder's tests compare with: a tiny random encoder and what PyTorch makes of it.

    OMP_NUM_THREADS=1 /usr/bin/python3 training/tiny_encoder.py tests/Crosscheck.Tests/Language/Encoding

Needs Debian's python3-torch. Equal versions give equal bytes.
"""
import json
import math
import struct
import sys
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

SHAPE = {"layers": 2, "width": 64, "heads": 4, "feedForward": 136, "maxPositions": 48, "vocabulary": 50, "cases": 4}
WINDOWS = [1, 2, 13, 48, 33, 32, 5]
TYPES = {"float32": "F32", "float16": "F16", "int8": "I8", "uint8": "U8", "int32": "I32"}


def write(path, tensors, metadata):
    """The safetensors format: length of the header, header, numbers."""
    header, blobs, at = {"__metadata__": metadata}, [], 0
    for name, values in tensors.items():
        blob = np.ascontiguousarray(values).tobytes()
        header[name] = {"dtype": TYPES[str(values.dtype)], "shape": list(values.shape), "data_offsets": [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    Path(path).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def random_encoder(rng):
    width, inner = SHAPE["width"], SHAPE["feedForward"]
    tensors = {}

    def dense(name, outputs, inputs, gain=1.0):
        tensors[name + ".weight"] = (rng.standard_normal((outputs, inputs)) * gain / math.sqrt(inputs)).astype(np.float16)
        tensors[name + ".bias"] = (rng.standard_normal(outputs) * 0.1).astype(np.float16)

    def norm(name):
        tensors[name + ".weight"] = (1 + rng.standard_normal(width) * 0.2).astype(np.float32)
        tensors[name + ".bias"] = (rng.standard_normal(width) * 0.2).astype(np.float32)

    tensors["embeddings.word"] = rng.integers(-127, 128, (SHAPE["vocabulary"], width)).astype(np.int8)
    tensors["embeddings.word.scale"] = rng.uniform(0.005, 0.02, SHAPE["vocabulary"]).astype(np.float16)
    tensors["embeddings.position"] = (rng.standard_normal((SHAPE["maxPositions"], width)) * 0.5).astype(np.float16)
    tensors["embeddings.case"] = (rng.standard_normal((SHAPE["cases"], width)) * 0.5).astype(np.float32)
    norm("embeddings.norm")
    for i in range(SHAPE["layers"]):
        for part in ("query", "key"):
            dense(f"layer.{i}.{part}", width, width, 2.0)
        for part in ("value", "output"):
            dense(f"layer.{i}.{part}", width, width)
        dense(f"layer.{i}.up", inner, width, 2.0)
        dense(f"layer.{i}.down", width, inner)
        norm(f"layer.{i}.attention_norm")
        norm(f"layer.{i}.output_norm")
    return tensors


def run(tensors, pieces, cases):
    """One window through the encoder, in PyTorch: the embedding's states, then each layer's."""
    t = {name: torch.from_numpy(values.astype(np.float32)) for name, values in tensors.items()}
    width, heads = SHAPE["width"], SHAPE["heads"]

    def dense(name, x):
        return F.linear(x, t[name + ".weight"], t[name + ".bias"])

    def norm(name, x):
        return F.layer_norm(x, (width,), t[name + ".weight"], t[name + ".bias"], 1e-12)

    def split(x):
        return x.view(len(pieces), heads, width // heads).transpose(0, 1)

    word = t["embeddings.word"][pieces] * t["embeddings.word.scale"][pieces].unsqueeze(1)
    x = norm("embeddings.norm", word + t["embeddings.position"][: len(pieces)] + t["embeddings.case"][cases])
    depths = [x]
    for i in range(SHAPE["layers"]):
        q, k, v = (split(dense(f"layer.{i}.{part}", x)) for part in ("query", "key", "value"))
        weights = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(width // heads), -1)
        context = (weights @ v).transpose(0, 1).reshape(len(pieces), width)
        x = norm(f"layer.{i}.attention_norm", x + dense(f"layer.{i}.output", context))
        inner = F.gelu(dense(f"layer.{i}.up", x))
        x = norm(f"layer.{i}.output_norm", x + dense(f"layer.{i}.down", inner))
        depths.append(x)
    return torch.stack(depths).numpy()


def main(folder):
    torch.set_num_threads(1)
    rng = np.random.default_rng(7)
    tensors = random_encoder(rng)
    write(Path(folder) / "tiny-encoder.safetensors", tensors, {name: str(size) for name, size in SHAPE.items()})
    pieces = rng.integers(0, SHAPE["vocabulary"], sum(WINDOWS)).astype(np.int32)
    cases = rng.integers(0, SHAPE["cases"], sum(WINDOWS)).astype(np.uint8)
    ends = np.cumsum(WINDOWS).astype(np.int32)
    states = [run(tensors, pieces[e - n : e].astype(np.int64), cases[e - n : e].astype(np.int64)) for n, e in zip(WINDOWS, ends)]
    states = np.concatenate(states, 1)
    vectors = {"pieces": pieces, "cases": cases, "ends": ends, "hidden": states[-1], "below": states[:-1]}
    write(Path(folder) / "tiny-encoder-vectors.safetensors", vectors, {"torch": torch.__version__})


if __name__ == "__main__":
    main(sys.argv[1])

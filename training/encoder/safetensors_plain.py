"""Reading and writing of safetensors files (8 bytes of length, a JSON header, the tensors)."""
import json
import struct

import numpy as np
import torch

KINDS = {'F32': np.float32, 'F16': np.float16, 'I8': np.int8, 'U8': np.uint8, 'I32': np.int32, 'I64': np.int64}
NAMES = {np.dtype(v): k for k, v in KINDS.items()}


def read(path):
    """-> tensors by name, metadata"""
    with open(path, 'rb') as f:
        header = json.loads(f.read(struct.unpack('<Q', f.read(8))[0]))
        body = f.read()
    meta = header.pop('__metadata__', {})
    out = {}
    for name, t in header.items():
        start, end = t['data_offsets']
        out[name] = torch.from_numpy(np.frombuffer(body[start:end], KINDS[t['dtype']]).reshape(t['shape']).copy())
    return out, meta


def write(path, tensors, metadata):
    """tensors: numpy arrays by name, written in the order of their names."""
    header, at, parts = {'__metadata__': metadata}, 0, []
    for name in sorted(tensors):
        a = np.ascontiguousarray(tensors[name])
        header[name] = {'dtype': NAMES[a.dtype], 'shape': list(a.shape), 'data_offsets': [at, at + a.nbytes]}
        parts.append(a.tobytes())
        at += a.nbytes
    text = json.dumps(header, separators=(',', ':'))
    text += ' ' * (-(8 + len(text)) % 64)
    with open(path, 'wb') as f:
        f.write(struct.pack('<Q', len(text)) + text.encode() + b''.join(parts))

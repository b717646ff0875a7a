#!/usr/bin/env python3
"""How fast PyTorch runs an encoder of the shipped shape on the windows of EncoderSpeed.cs: one thread, windows sorted by length, in batches padded to their longest.

  OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 /usr/bin/python3 bench/torch_encoder.py [ROUNDS]

Needs Debian's python3-torch and libopenblas0-pthread. Times are of the process's processor, the best round counts.
"""
import sys
import time
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent.parent / "training" / "encoder"))
from model import Encoder  # noqa: E402
from train import SHAPE  # noqa: E402

WINDOWS = [34, 61, 120, 88, 256, 47, 96, 73, 150, 75]
TOGETHER = 2


def main(rounds):
    torch.set_num_threads(1)
    torch.manual_seed(1)
    encoder = Encoder(SHAPE, 0).eval()
    encoder.word.normal_(std=.05)
    lengths = sorted(WINDOWS)
    batches = []
    for start in range(0, len(lengths), TOGETHER):
        own = lengths[start:start + TOGETHER]
        pieces = torch.randint(SHAPE["vocabulary"], (len(own), own[-1]))
        batches.append((pieces, torch.zeros_like(pieces), torch.arange(own[-1])[None, :] < torch.tensor(own)[:, None]))
    best = float("inf")
    with torch.inference_mode():
        for _ in range(rounds):
            start = time.process_time()
            for batch in batches:
                encoder(*batch)
            best = min(best, time.process_time() - start)
    print(f"PyTorch {torch.__version__}, one thread: {sum(WINDOWS) / best:.0f} pieces a second")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

"""Writes the stored vectors that the cue head's test compares with: a small random head and what PyTorch makes of it.

    OMP_NUM_THREADS=1 /usr/bin/python3 training/tiny_cue_head.py tests/Crosscheck.Tests/Language/Heads

Needs Debian's python3-torch. The head is the training's own (training/encoder/model.py), so that training and use cannot drift apart.
"""
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent / "encoder"))
from model import SECOND, Model  # noqa: E402
from safetensors_plain import write  # noqa: E402

SHAPE = {"layers": 1, "width": 32, "heads": 4, "feedForward": 48, "maxPositions": 16, "vocabulary": 20, "cases": 5}
WORDS, CUES = 75, (0, 3, 40, 74)


def main(folder):
    torch.manual_seed(7)
    SECOND.update(width=32, heads=2, feedForward=40)
    model = Model(SHAPE, {"xpos": ["X"], "upos": ["X"], "relations": ["root"], "names": ["O"]}).eval()
    for name, parameter in model.named_parameters():
        if name.startswith("span"):
            parameter.data = (1 if "norm.weight" in name else 0) + torch.randn(parameter.shape) * (.3 if parameter.dim() < 2 else 2 / parameter.shape[-1] ** .5)
    states = torch.randn(1, WORDS, SHAPE["width"])
    places = {
        "sentence": torch.tensor([[i // 9 for i in range(WORDS)]]),
        "paragraph": torch.tensor([[i // 20 for i in range(WORDS)]]),
        "quotation": torch.tensor([[0 if 2 <= i < 6 else 1 if 38 <= i < 44 else 2 if 50 <= i < 60 else -1 for i in range(WORDS)]]),
    }
    with torch.no_grad():
        scores = model.spans(states, places, torch.zeros(len(CUES), dtype=torch.long), torch.tensor(CUES))
    out = {"heads." + n: p.detach().numpy() for n, p in model.named_parameters() if n.startswith("span")}
    out |= {"states": states[0].numpy(), "scores": scores.numpy(), "cues": torch.tensor(CUES, dtype=torch.int32).numpy()}
    out |= {k: v[0].int().numpy() for k, v in places.items()}
    write(folder + "/tiny-cue-head.safetensors", out, {"second." + k: str(v) for k, v in SECOND.items()})


main(sys.argv[1])

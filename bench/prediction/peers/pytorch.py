"""PyTorch predicts: eval mode, inference mode, pictures and weights in the memory format channels_last, the quicker one here.
The number of threads comes from OMP_NUM_THREADS. See bench/README.md, "Prediction"."""
import json
import sys
import time

question = json.load(sys.stdin)


def answer(**known):
    print(json.dumps(known), flush=True)
    sys.exit(0)


try:
    import numpy as np
    import torch
except ImportError as error:
    answer(missing=f"{error.name} isn't installed")

from digits import network, pictures  # noqa: E402

if question.get("describe"):
    answer(name="PyTorch", version=torch.__version__)
with torch.inference_mode():
    model = network(question).to(memory_format=torch.channels_last)
    batches = pictures(question).split(question["batchSize"])
    model(batches[0])
    seconds = []
    for _ in range(question["times"]):
        began = time.perf_counter()
        outputs = torch.cat([model(batch) for batch in batches])
        seconds.append(time.perf_counter() - began)
np.save(question["outputs"], outputs.numpy())
answer(seconds=seconds)

"""Writes the trained network of a folder as `network.onnx`, as PyTorch exports it: {"by": …}, or {"missing": …}."""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "peers"))
question = json.load(sys.stdin)


def answer(**known):
    print(json.dumps(known), flush=True)
    sys.exit(0)


try:
    import onnx
    import onnxscript
    import torch
except ImportError as error:
    answer(missing=f"{error.name} isn't installed beside PyTorch, which writes the network for it")

from digits import network, pictures  # noqa: E402

example = pictures(question)[:2].contiguous()
file = os.path.join(question["folder"], "network.onnx")
torch.onnx.export(
    network(question), (example,), file, input_names=["X"], output_names=["Y"], dynamic_shapes=({0: "m"},),
    dynamo=True, external_data=False, verbose=False,
)
answer(by=f"torch.onnx.export of PyTorch {torch.__version__} (onnx {onnx.__version__}, onnxscript {onnxscript.__version__})")

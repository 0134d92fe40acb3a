"""Writes networks of PyTorch's example "fast neural style" in ONNX, and what PyTorch makes of a picture with each.

Made with PyTorch 1.13: python3 make_networks.py. The networks have the layers of the example's TransformerNet with a
sixteenth of its width and two residual blocks instead of five, and random numbers. A picture is float32, little-endian, as
the network takes and gives it: [3, height, width], red first, 0 to 255.
"""

import numpy as np
import torch
from torch.nn.functional import interpolate

WIDTH = 2
BLOCKS = 2
SIZE = (24, 32)


class Convolution(torch.nn.Module):

    by_size = False

    def __init__(self, inputs, outputs, side, stride=1, upsample=1):
        super().__init__()
        self.upsample = upsample
        self.reflection_pad = torch.nn.ReflectionPad2d(side // 2)
        self.conv2d = torch.nn.Conv2d(inputs, outputs, side, stride)

    def forward(self, x):
        if self.upsample > 1 and self.by_size:
            x = interpolate(x, mode="nearest", size=(x.shape[2] * self.upsample, x.shape[3] * self.upsample))
        elif self.upsample > 1:
            x = interpolate(x, mode="nearest", scale_factor=self.upsample)
        return self.conv2d(self.reflection_pad(x))


class Residual(torch.nn.Module):

    def __init__(self, channels):
        super().__init__()
        self.conv1 = Convolution(channels, channels, 3)
        self.in1 = torch.nn.InstanceNorm2d(channels, affine=True)
        self.conv2 = Convolution(channels, channels, 3)
        self.in2 = torch.nn.InstanceNorm2d(channels, affine=True)

    def forward(self, x):
        return self.in2(self.conv2(torch.relu(self.in1(self.conv1(x))))) + x


class TransformerNet(torch.nn.Module):

    def __init__(self, width, blocks):
        super().__init__()
        norm = lambda channels: torch.nn.InstanceNorm2d(channels, affine=True)
        layers = [Convolution(3, width, 9), norm(width), torch.nn.ReLU(),
                  Convolution(width, 2 * width, 3, stride=2), norm(2 * width), torch.nn.ReLU(),
                  Convolution(2 * width, 4 * width, 3, stride=2), norm(4 * width), torch.nn.ReLU()]
        layers += [Residual(4 * width) for _ in range(blocks)]
        layers += [Convolution(4 * width, 2 * width, 3, upsample=2), norm(2 * width), torch.nn.ReLU(),
                   Convolution(2 * width, width, 3, upsample=2), norm(width), torch.nn.ReLU(),
                   Convolution(width, 3, 9)]
        self.layers = torch.nn.Sequential(*layers)

    def forward(self, x):
        return self.layers(x)


def randomise(network, seed):
    torch.manual_seed(seed)
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, torch.nn.InstanceNorm2d):
                module.weight.normal_(1, 0.2)
                module.bias.normal_(0, 0.2)
        last = [module for module in network.modules() if isinstance(module, torch.nn.Conv2d)][-1]
        last.weight.mul_(100)
        last.bias.normal_(120, 10)


def write(name, opset, seed, by_size=False, **options):
    Convolution.by_size = by_size
    network = TransformerNet(WIDTH, BLOCKS)
    randomise(network, seed)
    picture = torch.from_numpy(np.random.default_rng(1).uniform(0, 255, (1, 3) + SIZE).astype("<f4"))
    torch.onnx.export(network, picture, name + ".onnx", opset_version=opset, input_names=["input1"],
                      output_names=["output1"], **options)
    with torch.no_grad():
        result = network.double()(picture.double())
    picture.numpy().tofile("input.f32")
    result.numpy().astype("<f4").tofile(name + ".f32")


if __name__ == "__main__":
    any_size = {"input1": {2: "height", 3: "width"}, "output1": {2: "height", 3: "width"}}
    # As the model zoo has them: an operator Upsample.
    write("opset9", 9, 1)
    # Of any size: how far is enlarged is computed from the image's shape, as older versions did.
    write("opset9-any-size", 9, 2, by_size=True, dynamic_axes=any_size)
    # As newer versions write: an operator Resize, and margins that are inputs.
    write("opset16", 16, 3, dynamic_axes=any_size)

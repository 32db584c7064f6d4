"""Writes the payload of a model file as the engine's NetworkReader reads it."""
import struct
import numpy


class Payload:
    def __init__(self, path):
        self.file = open(path, "wb")

    def number(self, n):
        self.file.write(struct.pack("<i", n))

    def names(self, names):
        self.number(len(names))
        for name in names:
            data = name.encode()
            assert len(data) < 128
            self.file.write(bytes([len(data)]) + data)

    def halves(self, values):
        values = numpy.asarray(values, numpy.float32)
        assert numpy.isfinite(values).all() and abs(values).max(initial=0) < 60000
        self.file.write(values.astype("<f2").tobytes())

    def list(self, values):
        self.number(len(values))
        self.halves(values)

    def map(self, weight, bias=None):
        """weight: outputs by inputs."""
        self.number(weight.shape[1]), self.number(weight.shape[0])
        self.halves(weight)
        self.halves(numpy.zeros(weight.shape[0]) if bias is None else bias)

    def table(self, values):
        """Rows of eight bits, each with a scale: the greatest of a row becomes 127."""
        values = numpy.asarray(values, numpy.float32)
        scales = abs(values).max(1) / 127
        scales[scales == 0] = 1
        self.number(values.shape[0]), self.number(values.shape[1])
        self.file.write(scales.astype("<f4").tobytes())
        self.file.write(numpy.rint(values / scales[:, None]).astype(numpy.int8).tobytes())

    def hashes(self, keys):
        assert all(a < b for a, b in zip(keys, keys[1:]))
        self.number(len(keys))
        self.file.write(numpy.array(keys, "<u8").tobytes())

    def embedding(self, inputs, keys):
        """An Inputs module, and the hash of each trained word in the order of its rows from 1."""
        order = sorted(range(len(keys)), key=lambda i: keys[i])
        words = inputs.words.weight.detach().numpy()
        self.map(inputs.project.weight.detach().numpy(), inputs.project.bias.detach().numpy())
        self.hashes([int(keys[i]) for i in order])
        self.table(numpy.concatenate([words[:1], words[[i + 1 for i in order]]]))
        for table in inputs.tables:
            self.table(table.weight.detach().numpy())

    def layers(self, layers):
        self.number(len(layers))
        for layer in layers:
            self.map(*fold(layer.norm, layer.weight))

    def close(self):
        self.file.close()


def fold(norm, linear):
    """The map that does to a merely normalised input what the norm's own scale and offset and then the map would do."""
    scale, offset = (x.detach().numpy().astype(numpy.float64) for x in (norm.weight, norm.bias))
    weight = linear.weight.detach().numpy().astype(numpy.float64)
    bias = 0 if linear.bias is None else linear.bias.detach().numpy().astype(numpy.float64)
    return weight * scale, weight @ offset + bias

using System.Runtime.InteropServices;

namespace Stemma.Language.Networks;

/// <summary>Reads the parts of a network from a model file's payload, each as the packer wrote it.</summary>
internal static class NetworkReader
{
    /// <summary>Inputs, outputs, then half-precision weights, output by output, and as many biases as outputs.</summary>
    public static LinearMap Map(BinaryReader reader)
    {
        int inputs = reader.ReadInt32(), outputs = reader.ReadInt32();
        float[] weight = Numbers(reader, checked(inputs * outputs)), bias = Numbers(reader, outputs);
        return new LinearMap(inputs, outputs, weight, bias);
    }

    /// <summary>A count, then as many half-precision numbers.</summary>
    public static float[] List(BinaryReader reader) => Numbers(reader, reader.ReadInt32());

    /// <summary>A count, then as many names.</summary>
    public static string[] Names(BinaryReader reader)
    {
        string[] names = new string[reader.ReadInt32()];
        for (int i = 0; i < names.Length; i++)
            names[i] = string.Intern(reader.ReadString());
        return names;
    }

    /// <summary>A count, then the maps of as many layers.</summary>
    public static RecurrentLayer[] Layers(BinaryReader reader)
    {
        RecurrentLayer[] layers = new RecurrentLayer[reader.ReadInt32()];
        for (int i = 0; i < layers.Length; i++)
        {
            LinearMap map = Map(reader);
            if (map.Outputs != 3 * map.Inputs || map.Inputs % (2 * Arithmetic.Lanes) != 0)
                throw new InvalidDataException("A layer of a model has a width that this engine does not read. Make the model again as src/Stemma/Language/MODEL.md tells.");
            layers[i] = new RecurrentLayer(map.Inputs, map);
        }

        return layers;
    }

    private static float[] Numbers(BinaryReader reader, int count)
    {
        Half[] halves = new Half[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        return Array.ConvertAll(halves, h => (float)h);
    }
}

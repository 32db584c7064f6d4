using Stemma.Language.Models;

namespace Stemma.Training;

/// <summary>A multi-class averaged perceptron over hashed features (Collins 2002), lazily averaged.</summary>
/// <remarks>Only features that took part in a mistake exist; unseen ones cost nothing.</remarks>
internal sealed class AveragedPerceptron(int labels)
{
    private readonly Dictionary<uint, int> rows = [];
    private readonly List<Row> data = [];
    private int clock = 1;

    /// <summary>One step of training; returns the label that the present weights prefer among the allowed ones.</summary>
    public int Best(ReadOnlySpan<uint> keys, ReadOnlySpan<bool> allowed, Span<float> scores)
    {
        Score(keys, scores);
        int best = -1;
        for (int i = 0; i < labels; i++)
        {
            if ((allowed.IsEmpty || allowed[i]) && (best < 0 || scores[i] > scores[best]))
                best = i;
        }

        return best;
    }

    public void Score(ReadOnlySpan<uint> keys, Span<float> scores)
    {
        scores.Clear();
        foreach (uint key in keys)
        {
            if (!rows.TryGetValue(key, out int at))
                continue;
            Row row = data[at];
            for (int i = 0; i < row.Count; i++)
                scores[row.Labels[i]] += row.Weights[i];
        }
    }

    public void Update(ReadOnlySpan<uint> keys, int right, int wrong)
    {
        clock++;
        if (right == wrong)
            return;
        foreach (uint key in keys)
        {
            if (!rows.TryGetValue(key, out int at))
            {
                at = data.Count;
                rows.Add(key, at);
                data.Add(new Row());
            }

            data[at].Change(right, 1, clock);
            data[at].Change(wrong, -1, clock);
        }
    }

    /// <summary>Writes the averaged weights as <see cref="SparseWeights"/> reads them.</summary>
    /// <param name="threshold">Weights smaller than this (in units of one update kept for the whole training) are left out.</param>
    public void Write(BinaryWriter writer, float threshold)
    {
        // A weight of 1 that stood all the time becomes 256: 16 bits then reach to 128, which no weight here comes near.
        const float Scale = 256;
        List<(uint Key, List<(byte Label, short Weight)> Entries)> kept = [];
        int entries = 0;
        foreach ((uint key, int at) in rows.OrderBy(r => r.Key))
        {
            List<(byte, short)> row = [];
            foreach ((int label, float weight) in data[at].Averages(clock))
            {
                if (Math.Abs(weight) >= threshold)
                    row.Add(((byte)label, (short)Math.Clamp(MathF.Round(weight * Scale), short.MinValue, short.MaxValue)));
            }

            if (row.Count == 0)
                continue;
            kept.Add((key, row));
            entries += row.Count;
        }

        writer.Write(kept.Count);
        writer.Write(entries);
        uint last = 0;
        foreach ((uint key, List<(byte Label, short Weight)> row) in kept)
        {
            writer.Write(key - last);
            last = key;
            writer.Write((byte)row.Count);
            foreach ((byte label, short weight) in row)
            {
                writer.Write(label);
                writer.Write(weight);
            }
        }

        Console.WriteLine(FormattableString.Invariant($"{data.Count} features, {kept.Count} kept with {entries} weights"));
    }

    private sealed class Row
    {
        public byte[] Labels = new byte[2];
        public float[] Weights = new float[2];
        public int Count;
        private float[] totals = new float[2];
        private int[] stamps = new int[2];

        public void Change(int label, float by, int clock)
        {
            int i = 0;
            while (i < Count && Labels[i] != label)
                i++;
            if (i == Count)
            {
                if (Count == Labels.Length)
                {
                    Array.Resize(ref Labels, Count * 2);
                    Array.Resize(ref Weights, Count * 2);
                    Array.Resize(ref totals, Count * 2);
                    Array.Resize(ref stamps, Count * 2);
                }

                Labels[i] = (byte)label;
                (Weights[i], totals[i], stamps[i]) = (0, 0, clock);
                Count++;
            }

            totals[i] += Weights[i] * (clock - stamps[i]);
            stamps[i] = clock;
            Weights[i] += by;
        }

        public IEnumerable<(int Label, float Weight)> Averages(int clock)
        {
            for (int i = 0; i < Count; i++)
                yield return (Labels[i], (totals[i] + Weights[i] * (clock - stamps[i])) / clock);
        }
    }
}

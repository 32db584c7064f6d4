using System.Collections.Immutable;
using Stemma.Language.Models;

namespace Stemma.Language.Coreference;

/// <summary>Weights of <see cref="PairFeatures"/>, and how sure an answer must be.</summary>
/// <remarks>
/// A log-linear ranker: the candidates of a pronoun and "nobody told" share out a probability of one. Weights are whole numbers of
/// 1/<see cref="Unit"/>, so that sums, and with them answers, are the same on every machine. Immutable; safe from many threads.
/// </remarks>
internal sealed class ReferenceModel
{
    public const string File = "Language/Coreference/References.en.model.bin";

    public const string Kind = "references";

    public const int Version = 1;

    /// <summary>Features are hashed into this many weights.</summary>
    public const int Size = 1 << 14;

    public const int Unit = 256;

    /// <summary>
    /// The least share, in thousandths, with which a pronoun counts to its best candidate while the text is read on, though that is not told: were it left
    /// alone, all later ones that mean the same would go without a name.
    /// </summary>
    private const int Least = 300;

    /// <summary>Groups of pronouns, as <see cref="PronounContext.Group"/> has them.</summary>
    public const int Groups = 6;

    private readonly short[] weights;
    private readonly ImmutableArray<int> shares;
    private readonly ImmutableArray<double> decay;

    /// <param name="weights"><see cref="Size"/> of them.</param>
    /// <param name="shares">For each group the least share, in thousandths, that the best candidate must have to be told.</param>
    public ReferenceModel(short[] weights, ImmutableArray<int> shares)
    {
        (this.weights, this.shares) = (weights, shares);

        // exp(-n/Unit) by repeated multiplication: library functions may differ between machines in the last digit.
        double step = 1.0 - (1.0 / Unit) + (1.0 / (2.0 * Unit * Unit)) - (1.0 / (6.0 * Unit * Unit * Unit));
        ImmutableArray<double>.Builder powers = ImmutableArray.CreateBuilder<double>(Unit * 8);
        for (double power = 1; powers.Count < Unit * 8; power *= step)
            powers.Add(power);
        decay = powers.ToImmutable();
    }

    /// <exception cref="InvalidDataException">The file is missing, damaged or of another version; the message names it and the remedy.</exception>
    public static ReferenceModel Load() => ModelReader.Load(File, Kind, Version, Read);

    internal static ReferenceModel Read(BinaryReader reader)
    {
        short[] weights = new short[Size];
        for (int i = 0; i < Size; i++)
            weights[i] = reader.ReadInt16();
        ImmutableArray<int>.Builder shares = ImmutableArray.CreateBuilder<int>(Groups);
        for (int i = 0; i < Groups; i++)
            shares.Add(reader.ReadInt32());
        return new ReferenceModel(weights, shares.ToImmutable());
    }

    /// <summary>Writes what <see cref="Load"/> reads.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (short weight in weights)
            writer.Write(weight);
        foreach (int share in shares)
            writer.Write(share);
    }

    public int Score(ReadOnlySpan<uint> keys)
    {
        int score = 0;
        foreach (uint key in keys)
            score += weights[key & (Size - 1)];
        return score;
    }

    /// <param name="scores">Those of the candidates, and last that of "nobody told".</param>
    /// <param name="sure">Whether the best candidate's share is large enough to be told.</param>
    /// <returns>The best candidate's index, or -1 where there is none or "nobody told" is the likelier.</returns>
    public int Best(ReadOnlySpan<int> scores, int group, out bool sure)
    {
        int best = -1;
        for (int i = 0; i < scores.Length - 1; i++)
        {
            if (best < 0 || scores[i] > scores[best])
                best = i;
        }

        sure = false;
        if (best < 0 || scores[best] < scores[^1])
            return -1;
        double total = 0;
        foreach (int score in scores)
        {
            int behind = scores[best] - score;
            total += behind <= 0 ? 1 : behind < decay.Length ? decay[behind] : 0;
        }

        sure = 1000 >= shares[group] * total;
        return 1000 >= Least * total ? best : -1;
    }
}

using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Stemma.Language;
using Stemma.Language.Models;
using Stemma.Language.Networks;

namespace Stemma.Attributions;

/// <summary>Marks each word of a report as cue, source, content or neither, and each marked word with the cue it belongs to.</summary>
/// <remarks>
/// Two recurrent layers over the syntax network's upper state, own embeddings, and three flags: in a quotation, opens a paragraph, opens a sentence. They read whole stretches of a
/// report, since content runs over sentences. Trained on PolNeAR (Newell, Margolin and Ruths 2018), where a word belongs to the outermost attribution only. Safe from many threads.
/// </remarks>
internal sealed class AttributionNetwork
{
    /// <summary>Trained on a research corpus: a build may leave the file out.</summary>
    public const string File = "Attributions/Attributions.en.model.bin";
    public const string Kind = "attributions";
    public const int Version = 1;

    /// <summary>Tokens read together; training cut its documents so too. Bounds the work on a text of any length.</summary>
    private const int Together = 700;

    private const int Parts = 4;
    private const int CuePart = 1;

    private readonly TokenEmbedding embedding;
    private readonly EmbeddingTable flags;
    private readonly LinearMap below;
    private readonly RecurrentLayer[] layers;
    private readonly LinearMap part;
    private readonly PointerScorer pointer;
    private readonly ConcurrentBag<Workspace> free = [];

    private AttributionNetwork(BinaryReader reader)
    {
        (embedding, flags, below) = (TokenEmbedding.Read(reader), EmbeddingTable.Read(reader), NetworkReader.Map(reader));
        (layers, part, pointer) = (NetworkReader.Layers(reader), NetworkReader.Map(reader), new PointerScorer(reader));
        if (part.Outputs != Parts || below.Width != embedding.Size || flags.Rows != 3)
            throw new InvalidDataException("The parts of an attribution model contradict each other. Make the model again as src/Stemma/Language/MODEL.md tells.");
    }

    /// <returns>The model of this build, or null where it was left out.</returns>
    /// <exception cref="InvalidDataException">The file is there but damaged or of another version.</exception>
    public static AttributionNetwork? Load() =>
        Text.Resources.Has(File) ? ModelReader.Load(File, Kind, Version, reader => new AttributionNetwork(reader)) : null;

    /// <param name="chances">Receives, for each token, the probability that it is part of a cue.</param>
    /// <returns>In text order of their cues.</returns>
    public List<LearnedAttribution> Read(ReadingText text, EncodedText encoded, Span<float> chances)
    {
        if (!free.TryTake(out Workspace? work))
            work = new Workspace();
        List<LearnedAttribution> found = [];
        System.Collections.Immutable.ImmutableArray<Sentence> sentences = text.Source.Sentences;
        int first = 0;
        while (first < sentences.Length)
        {
            int end = first + 1;
            while (end < sentences.Length && sentences[end].EndToken - sentences[first].FirstToken <= Together)
                end++;
            Read(text, encoded, sentences.AsSpan()[first..end], work, chances, found);
            first = end;
        }

        free.Add(work);
        return found;
    }

    private void Read(ReadingText text, EncodedText encoded, ReadOnlySpan<Sentence> sentences, Workspace work, Span<float> chances, List<LearnedAttribution> found)
    {
        int start = sentences[0].FirstToken, rows = sentences[^1].EndToken - start, size = embedding.Size;
        Span<float> x = work.State(rows, size);
        Fill(text, encoded, sentences, work, x);
        ReadOnlySpan<int> ends = [rows];
        foreach (RecurrentLayer layer in layers)
            layer.Run(x, ends, work.Normal(rows, size), work.Gates(rows, layer.Room));
        Span<float> normal = work.Normal(rows, size);
        Arithmetic.Normalise(x, size, rows, normal);
        Span<float> scores = work.Gates(rows, part.Width);
        part.Apply(normal, size, rows, scores);
        byte[] parts = new byte[rows];
        float[] logs = new float[rows * Parts];
        List<int> cues = [];
        for (int i = 0; i < rows; i++)
        {
            Span<float> row = scores.Slice(i * part.Width, part.Width);
            parts[i] = (byte)Arithmetic.Best(row[..Parts]);
            Arithmetic.Softmax(row, Parts);
            chances[start + i] = row[CuePart];
            for (int k = 0; k < Parts; k++)
                logs[i * Parts + k] = MathF.Log(Math.Max(row[k], 1e-6f));
            if (parts[i] == CuePart)
                cues.Add(i);
        }

        if (cues.Count > 0)
            Point(normal, size, start, logs, cues, work, chances, found);
    }

    /// <summary>Sums what is known of each token: embedding, flags, the state below.</summary>
    private void Fill(ReadingText text, EncodedText encoded, ReadOnlySpan<Sentence> sentences, Workspace work, Span<float> x)
    {
        int start = sentences[0].FirstToken, rows = sentences[^1].EndToken - start, size = embedding.Size;
        embedding.Fill(encoded.Forms.AsSpan(start, rows), encoded.Vectors, work, x);
        Span<float> states = work.Names(rows, encoded.Size), lower = work.Dependents(rows, below.Width);
        Arithmetic.Normalise(encoded.States.AsSpan(start * encoded.Size, rows * encoded.Size), encoded.Size, rows, states);
        below.Apply(states, encoded.Size, rows, lower);
        for (int i = 0; i < rows * size; i += Arithmetic.Lanes)
            (Vector512.LoadUnsafe(ref x[i]) + Vector512.LoadUnsafe(ref lower[i])).StoreUnsafe(ref x[i]);
        int paragraph = sentences[0].FirstToken == 0 ? -1 : text.Source.Sentences[IndexBefore(text, start)].Paragraph;
        foreach (Sentence sentence in sentences)
        {
            for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                Span<float> own = x.Slice((t - start) * size, size);
                if (text.QuoteOf[t] >= 0)
                    flags.AddTo(own, 0);
                if (t == sentence.FirstToken && sentence.Paragraph != paragraph)
                    flags.AddTo(own, 1);
                if (t == sentence.FirstToken)
                    flags.AddTo(own, 2);
            }

            paragraph = sentence.Paragraph;
        }
    }

    private static int IndexBefore(ReadingText text, int token)
    {
        int low = 0, high = text.Source.Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (text.Source.Sentences[middle].FirstToken < token)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>A cue begins where a cue word fits itself best; then each word is given to a part of one of these cues, or to none.</summary>
    private void Point(ReadOnlySpan<float> normal, int size, int start, float[] logs, List<int> cues, Workspace work, ReadOnlySpan<float> chances, List<LearnedAttribution> found)
    {
        ReadOnlySpan<int> candidates = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cues);
        int rows = logs.Length / Parts;
        ReadOnlySpan<float> scores = pointer.Score(normal, size, rows, candidates, work, out int width);
        List<int> heads = [];
        for (int c = 0; c < cues.Count; c++)
        {
            if (Arithmetic.Best(scores.Slice(cues[c] * width, cues.Count)) == c)
                heads.Add(c);
        }

        if (heads.Count == 0)
            return;
        float[] fits = new float[rows * heads.Count];
        for (int i = 0; i < rows; i++)
        {
            Span<float> row = fits.AsSpan(i * heads.Count, heads.Count);
            float most = float.NegativeInfinity;
            for (int h = 0; h < heads.Count; h++)
            {
                row[h] = scores[i * width + heads[h]];
                most = Math.Max(most, row[h]);
            }

            // Logs of a softmax over the heads; what is e^20 less likely than the best counts as that.
            for (int h = 0; h < heads.Count; h++)
                row[h] = Math.Max(row[h] - most, -20);
        }

        int[] owners = PartDecoder.Decode(logs, fits, heads.Count);
        List<int>[][] words = [.. heads.Select(_ => (List<int>[])[[], [], []])];
        for (int i = 0; i < rows; i++)
        {
            if (owners[i] > 0)
                words[(owners[i] - 1) / 3][(owners[i] - 1) % 3].Add(start + i);
        }

        for (int h = 0; h < heads.Count; h++)
        {
            float sum = 0;
            foreach (int token in words[h][0])
                sum += chances[token];
            if (words[h][0].Count > 0)
                found.Add(new LearnedAttribution(Ranges(words[h][0]), Ranges(words[h][1]), Ranges(words[h][2]), sum / words[h][0].Count));
        }
    }

    private static List<TokenRange> Ranges(List<int> tokens)
    {
        List<TokenRange> ranges = [];
        foreach (int token in tokens)
        {
            if (ranges.Count > 0 && ranges[^1].To == token)
                ranges[^1] = new TokenRange(ranges[^1].From, token + 1);
            else
                ranges.Add(new TokenRange(token, token + 1));
        }

        return ranges;
    }
}

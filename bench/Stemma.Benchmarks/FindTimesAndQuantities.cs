using System.Collections.Immutable;
using System.Text;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Quantities.Numerals;
using Stemma.Times;

namespace Stemma.Benchmarks;

/// <summary>Megabytes of text a second of the times and quantities stages alone, on text that has its tokens and tags, on one thread.</summary>
internal static class FindTimesAndQuantities
{
    private static readonly DateOnly Published = new(2016, 10, 14);

    public static void Run(Texts texts)
    {
        LanguageEngine engine = Engines.Make(trees: false);
        LinguisticText[] read = [.. texts.All.Select(engine.Analyse)];
        TimeResolver resolver = new();
        double megabytes = texts.All.Sum(t => (double)Encoding.UTF8.GetByteCount(t)) / 1e6;
        ImmutableArray<TimeExpression>[] when = [.. read.Select(r => TimeExtractor.Extract(WordList.Of(r)))];
        int found = when.Sum(w => w.Length), amounts = read.Zip(when, (r, w) => QuantityExtractor.Extract(WordList.Of(r), w).Length).Sum();
        Console.WriteLine($"texts: {texts.Name}, {texts.All.Length} of them, {megabytes:F2} MB; {found} times, {amounts} quantities");

        Timing[] timings = SteadyState.Measure(
            () => Repeat(read, r => Both(r, resolver)),
            () => Repeat(read, r => Settled(WordList.Of(r), resolver)));
        Print("times and quantities", timings[0], megabytes);
        Print("times alone", timings[1], megabytes);
        Console.WriteLine($"allocated: {timings[0].Bytes / Times / (1e6 * megabytes):F1} bytes a byte of text");
    }

    /// <summary>So that a round is long enough for the processor's clock.</summary>
    private const int Times = 10;

    /// <summary>As <see cref="Annotations.Annotator"/> runs them: the text is cut into words once for both.</summary>
    private static void Both(LinguisticText text, TimeResolver resolver)
    {
        WordList words = WordList.Of(text);
        QuantityExtractor.Extract(words, Settled(words, resolver));
    }

    private static ImmutableArray<TimeExpression> Settled(WordList words, TimeResolver resolver)
    {
        ImmutableArray<TimeExpression> found = TimeExtractor.Extract(words);
        resolver.Resolve(found, Published);
        return found;
    }

    private static void Repeat(LinguisticText[] texts, Action<LinguisticText> read)
    {
        for (int i = 0; i < Times; i++)
            Array.ForEach(texts, read);
    }

    private static void Print(string what, Timing timing, double megabytes) =>
        Console.WriteLine($"{what}: {Times * megabytes / timing.Processor:F1} MB/s of processor time, {Times * megabytes / timing.Wall:F1} MB/s by the clock (rounds from {Times * megabytes / timing.Rounds.Max(r => r.Wall):F1} to {Times * megabytes / timing.Rounds.Min(r => r.Wall):F1})");
}

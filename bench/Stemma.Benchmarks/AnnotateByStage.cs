using Stemma.Annotations;
using Stemma.Language;
using Stemma.Quantities;
using Stemma.Times;

namespace Stemma.Benchmarks;

/// <summary>What share of the time of annotating a report each stage takes, on one thread, in steady state; what is left of the whole is the attributions' share.</summary>
internal static class AnnotateByStage
{
    public static void Run(Texts texts)
    {
        LanguageEngine engine = Engines.Make(trees: true);
        Annotator annotator = new();
        TimeExtractor times = new();
        QuantityExtractor quantities = new();
        LinguisticText[] read = [.. texts.All.Select(engine.Analyse)];
        int tokens = read.Sum(r => r.Tokens.Length);
        Timing[] timings = SteadyState.Measure(
            () => Array.ForEach(texts.All, t => annotator.Annotate(t)),
            () => Array.ForEach(texts.All, t => engine.Analyse(t)),
            () => Array.ForEach(read, r => quantities.Extract(r, times.Extract(r))));
        double all = timings[0].Processor;
        Console.WriteLine($"texts: {texts.Name}, {texts.All.Length} of them, {texts.Words} words, {tokens} tokens; processor time, medians");
        Console.WriteLine($"annotate: {texts.All.Length / all:F0} reports a second");
        Step("language", timings[1].Processor, all, tokens);
        Step("times, quantities", timings[2].Processor, all, tokens);
        Step("attributions", all - timings[1].Processor - timings[2].Processor, all, tokens);
    }

    private static void Step(string what, double seconds, double all, int tokens) =>
        Console.WriteLine($"  {what,-17} {100 * seconds / all,5:F1} %  {1e6 * seconds / tokens,6:F2} µs a token");
}

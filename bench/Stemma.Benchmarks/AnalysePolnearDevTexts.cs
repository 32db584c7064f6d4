using Stemma.Language;
using Stemma.Text;

namespace Stemma.Benchmarks;

/// <summary>Words a second of the language engine, tokens through dependencies and entities, on one thread, in steady state.</summary>
internal static class AnalysePolnearDevTexts
{
    public static void Run(Texts texts)
    {
        LanguageEngine engine = Engines.Make(trees: true);
        LanguageEngine flat = Engines.Make(trees: false);
        ReferenceResolver resolver = new();
        LinguisticText[] read = [.. texts.All.Select(engine.Analyse)];
        (string Text, TextSpan[] Tokens, int[] Ends)[] cut =
            [.. read.Select(r => (r.Text, r.Tokens.Select(t => t.Span).ToArray(), r.Sentences.Select(s => s.EndToken).ToArray()))];
        int tokens = read.Sum(r => r.Tokens.Length);
        Console.WriteLine($"engine: {engine.Id}; may use {Environment.ProcessorCount} of the cores; {(System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? "AVX-512" : System.Runtime.Intrinsics.X86.Avx2.IsSupported ? "AVX2" : "no AVX2")}");
        Console.WriteLine($"texts: {texts.Name}, {texts.All.Length} of them, {texts.Words} words (white space), {tokens} tokens, {read.Sum(r => r.Entities.Length)} names");

        Timing[] timings = SteadyState.Measure(
            () => Array.ForEach(texts.All, t => engine.Analyse(t)),
            () => Array.ForEach(cut, c => engine.Analyse(c.Text, c.Tokens, c.Ends)),
            () => Array.ForEach(texts.All, t => flat.Analyse(t)),
            () => Array.ForEach(read, r => resolver.Resolve(r)));
        (Timing all, Timing given, Timing noTrees) = (timings[0], timings[1], timings[2]);
        Rates("whole engine", all, texts.Words, tokens);
        Rates("without trees", noTrees, texts.Words, tokens);
        Console.WriteLine($"allocated: {all.Bytes / tokens:F0} bytes a token");

        Console.WriteLine("split by step (medians of differences, processor time):");
        Step("tokens and sentences", all.Over(given), all.Processor, tokens);
        Step("trees", all.Over(noTrees), all.Processor, tokens);
        Step("tags, lemmas, names", all.Processor - all.Over(given) - all.Over(noTrees), all.Processor, tokens);
        Console.WriteLine("beside it:");
        Step("pronouns and nouns", timings[3].Processor, all.Processor, tokens);
    }

    private static void Rates(string what, Timing timing, int words, int tokens)
    {
        Console.WriteLine($"{what}: {words / timing.Wall:F0} words/s, {tokens / timing.Wall:F0} tokens/s by the clock (rounds from {words / timing.Rounds.Max(r => r.Wall):F0} to {words / timing.Rounds.Min(r => r.Wall):F0} words/s)");
        Console.WriteLine($"{what}: {words / timing.Processor:F0} words/s, {tokens / timing.Processor:F0} tokens/s of processor time");
    }

    private static void Step(string what, double seconds, double all, int tokens) =>
        Console.WriteLine($"  {what,-21} {100 * seconds / all,5:F1} %  {1e6 * seconds / tokens,6:F2} µs a token");
}

using Stemma.Language;

namespace Stemma.Benchmarks;

/// <summary>Reads all texts once for each line of standard input, so that a script can let several engines take turns.</summary>
/// <remarks>Answers <c>ready WORDS TOKENS</c>, then for each round <c>WALL PROCESSOR</c> in seconds.</remarks>
internal static class Rounds
{
    public static void Serve(Texts texts, bool trees)
    {
        LanguageEngine engine = Engines.Make(trees);
        int tokens = texts.All.Sum(t => engine.Analyse(t).Tokens.Length);
        Console.WriteLine($"ready {texts.Words} {tokens}");
        while (Console.ReadLine() is not null)
        {
            Round round = SteadyState.Time(() => Array.ForEach(texts.All, t => engine.Analyse(t)));
            Console.WriteLine($"{round.Wall:F4} {round.Processor:F4}");
        }
    }
}

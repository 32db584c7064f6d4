using Stemma.Language;

namespace Stemma.Benchmarks;

/// <summary>The engines that are measured.</summary>
internal static class Engines
{
    /// <param name="trees">False: without the parser, to stand beside tools that do not parse.</param>
    public static LanguageEngine Make(bool trees) => new(new LanguageOptions { Trees = trees });
}

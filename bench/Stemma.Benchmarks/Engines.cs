using Stemma.Language;

namespace Stemma.Benchmarks;

/// <summary>The engines that are measured.</summary>
internal static class Engines
{
    /// <summary>Whether the engine can be made without its parser. It cannot yet, so what is asked for without trees is the whole engine.</summary>
    public static bool CanLeaveOutTrees => false;

    public static LanguageEngine Make(bool trees)
    {
        _ = trees;
        return new LanguageEngine();
    }
}

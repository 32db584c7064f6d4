
using Stemma.Intake.Pages;

namespace Stemma.Training.Pages;

/// <summary>The command <c>train-pages</c>.</summary>
internal static class PageTrainingRun
{
    /// <param name="output">The model to write; <c>-</c>: only measure on sites left out of the fit.</param>
    /// <param name="rest">A file for the wrong choices, or nothing.</param>
    public static void Run(string output, int trees, int depth, double rate, double power, string corpus, string[] rest)
    {
        PageTraining training = new(corpus, trees, depth, rate, power);
        Dictionary<string, float[]> chances = training.CrossValidate();
        if (rest is [string misses])
            training.WriteMisses(misses, chances);
        if (output == "-")
            return;
        (Forest first, Forest second) = training.FitAll();
        using BinaryWriter writer = new(File.Create(output));
        first.Write(writer);
        second.Write(writer);
    }
}

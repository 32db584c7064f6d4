using System.Diagnostics;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>A fact that needs a reference scorer beside the checkout and a Python to run it; skipped, with the reason, where either is absent.</summary>
internal sealed class ReferenceFactAttribute : FactAttribute
{
    /// <param name="scorer">Its file name.</param>
    /// <param name="corpora">Files below <c>../shared/corpora</c> that it is run on.</param>
    public ReferenceFactAttribute(string scorer, params string[] corpora)
    {
        if (!File.Exists(PathOf(scorer)))
            Skip = $"../shared/gold/{scorer} is not at hand";
        else if (Array.Find(corpora, c => !File.Exists(CorpusPath(c))) is { } absent)
            Skip = $"../shared/corpora/{absent} is not at hand";
        else if (!HasPython())
            Skip = "python3 is not at hand";
    }

    public static string PathOf(string scorer) => Path.Combine(Checkout.Shared ?? "", "gold", scorer);

    public static string CorpusPath(string corpus) => Path.Combine(Checkout.Shared ?? "", "corpora", corpus);

    /// <summary>What a scorer prints.</summary>
    public static string Run(string scorer, params string[] arguments)
    {
        ProcessStartInfo call = new("python3", [PathOf(scorer), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(call)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output;
    }

    private static bool HasPython()
    {
        try
        {
            using Process python = Process.Start(new ProcessStartInfo("python3", "--version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

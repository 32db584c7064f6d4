using System.Diagnostics;

namespace Stemma.Cli.Tests.Evaluation;

/// <summary>A fact that needs the reference scorer beside the checkout and a Python to run it; skipped, with the reason, where either is absent.</summary>
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        if (Checkout.Shared is null || !File.Exists(ScorerPath))
            Skip = "../shared/gold/score.py is not at hand";
        else if (!HasPython())
            Skip = "python3 is not at hand";
    }

    public static string ScorerPath => Path.Combine(Checkout.Shared ?? "", "gold", "score.py");

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

using System.Runtime.CompilerServices;

namespace Stemma.Browser.Tests.Harness;

/// <summary>What this machine has of what browser tests need.</summary>
internal static class Machine
{
    private const string Chromium = "/usr/bin/chromium";

    public static string Root { get; } = Find();

    /// <summary>The browser that is driven; null where there is none.</summary>
    public static string? Browser { get; } = File.Exists(Chromium) ? Chromium : null;

    /// <summary>axe-core's script; null where it was not fetched.</summary>
    public static string? Axe { get; } = Directory.Exists(Path.Combine(Root, "artifacts", "axe"))
        ? Directory.GetFiles(Path.Combine(Root, "artifacts", "axe"), "axe-*.min.js").Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    public static string? NoBrowser => Browser is null ? $"needs Debian's Chromium at {Chromium} (apt-get install chromium)" : null;

    public static string? NoAxe => NoBrowser ?? (Axe is null ? "needs axe-core: run tests/Stemma.Browser.Tests/axe.sh" : null);

    private static string Find([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Stemma.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run on the machine that holds their checkout.");
    }
}

/// <summary>A fact about a page in a browser; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Machine.NoBrowser;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Machine.NoBrowser;
}

/// <summary>A theory that axe-core judges.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = Machine.NoAxe;
}

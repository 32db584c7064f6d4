using System.Runtime.CompilerServices;

namespace Stemma.Cli.Tests;

/// <summary>The checkout that the tests were built from, and what may lie beside it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    /// <summary>Stories and corpora that are not part of the project; null where they are not at hand.</summary>
    public static string? Shared { get; } =
        Path.GetFullPath(Path.Combine(Root, "..", "shared")) is var path && Directory.Exists(path) ? path : null;

    private static string Find([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Stemma.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run on the machine that holds their checkout.");
    }
}

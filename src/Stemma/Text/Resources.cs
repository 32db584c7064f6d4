using System.Collections.Immutable;
using System.Text;

namespace Stemma.Text;

/// <summary>Reads the data files that travel inside the engine's assembly (lexicons, models).</summary>
internal static class Resources
{
    /// <summary>The rows of a tab-separated lexicon, in file order, without blank lines and <c>#</c> comments.</summary>
    /// <param name="name">Its path below the engine's root, with forward slashes: <c>Attributions/Cues.en.tsv</c>.</param>
    /// <exception cref="InvalidDataException">The assembly was built without that file.</exception>
    public static ImmutableArray<string[]> Table(string name)
    {
        ImmutableArray<string[]>.Builder rows = ImmutableArray.CreateBuilder<string[]>();
        using StreamReader reader = new(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add(line.Split('\t'));
        }

        return rows.ToImmutable();
    }

    /// <summary>Whether the assembly was built with that file; some models may be left out of a build.</summary>
    public static bool Has(string name) => typeof(Resources).Assembly.GetManifestResourceInfo(name) is not null;

    /// <inheritdoc cref="Table"/>
    public static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidDataException($"The engine was built without its data file '{name}'. Build it again from a clean checkout.");
}

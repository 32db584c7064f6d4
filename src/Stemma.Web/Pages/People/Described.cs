using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Web.Pages.People;

/// <summary>Tells names from descriptions: "coastguard" is met in many stories, and is another body in each.</summary>
internal static class Described
{
    /// <summary>Whether nothing in it is a name: a word with a capital or a figure would be one.</summary>
    public static bool Is(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Any(char.IsLower) && !name.Any(c => char.IsUpper(c) || char.IsDigit(c));
    }

    /// <summary>Those that are named, and those that are only described, each in the order given.</summary>
    public static (ImmutableArray<RecordedName> Named, ImmutableArray<RecordedName> Described) Part(ImmutableArray<RecordedName> names) =>
        ([.. names.Where(n => !Is(n.Name))], [.. names.Where(n => Is(n.Name))]);
}

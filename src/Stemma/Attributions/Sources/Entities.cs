using Stemma.Language;
using Stemma.Text;

namespace Stemma.Attributions;

/// <summary>Looks up the names that the language stage found.</summary>
internal static class Entities
{
    /// <returns>The mention that overlaps the span, the last one where there are several; null where none does.</returns>
    public static EntityMention? Covering(ReadingText text, TextSpan span)
    {
        System.Collections.Immutable.ImmutableArray<EntityMention> all = text.Source.Entities;
        int low = 0, high = all.Length - 1, found = -1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (all[middle].Span.Start < span.End)
            {
                found = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return found >= 0 && all[found].Span.Overlaps(span) ? all[found] : null;
    }
}

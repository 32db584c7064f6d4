using Stemma.Attributions;
using Stemma.Language;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Who holds an office, where a report tells it in the manner of wires: the office says something, and the next sentence speaks of a person by name as if known.</summary>
/// <remarks>"..., the governor of the province said on Monday. Jane Roe told the radio ...": convention of agency copy, which gives the role in the lead and the name below it.</remarks>
internal static class Introductions
{
    /// <summary>How many sentences further the name may stand.</summary>
    private const int Reach = 2;

    public static IEnumerable<(string Role, string Name)> Of(DatedReport source)
    {
        LinguisticText text = source.Annotation.Language;
        foreach (Attribution office in source.Annotation.Attributions)
        {
            if (office is not { Anonymous: false, Speaker: { } role } || office.Source.IsEmpty || !Offices.IsHeldByOne(role, office.Source[0].In(source.Report.Body)))
                continue;
            int sentence = TokenIndex.Sentence(text, office.Source[0].Start);
            Attribution? next = source.Annotation.Attributions.FirstOrDefault(a => a is { Kind: SourceKind.Person, Anonymous: false, Speaker: not null, Role: null } && a.Source.Length > 0
                && TokenIndex.Sentence(text, a.Source[0].Start) is var at && at > sentence && at <= sentence + Reach);
            if (next is null || !next.Speaker!.Contains(' ', StringComparison.Ordinal))
                continue;
            // Named for the first time, and nobody else in between.
            EntityMention[] people = [.. text.Entities.Where(e => e.Kind is EntityKind.Person && e.Span.Start > office.Source[0].Start && e.Span.Start <= next.Source[0].Start)];
            bool known = text.Entities.Any(e => e.Kind is EntityKind.Person && e.Span.Start < office.Source[0].Start && e.Name == next.Speaker);
            if (!known && people.All(e => e.Name == next.Speaker))
                yield return (role, next.Speaker);
        }
    }
}

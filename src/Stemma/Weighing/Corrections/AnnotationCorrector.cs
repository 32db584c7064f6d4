using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Attributions;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Weighing;

/// <summary>Honours corrections of what one report says: names of things and outlets, and whose word a passage is.</summary>
/// <remarks>Done before a story is weighed, so that claims, origins and the brief are drawn from what is right. A pure function.</remarks>
internal static class AnnotationCorrector
{
    public static (Report Report, Annotation Annotation) Apply((Report Report, Annotation Annotation) member, CorrectionSet corrections)
    {
        (Report report, Annotation annotation) = member;
        foreach (Correction correction in corrections.Standing)
        {
            switch (correction)
            {
                case { Target: CorrectionTarget.Outlet, Kind: CorrectionKind.Rename } when Names(correction, report.Outlet):
                    report = report with { Outlet = correction.To };
                    break;
                case { Target: CorrectionTarget.Entity, Kind: CorrectionKind.Merge or CorrectionKind.Rename }:
                    annotation = Renamed(annotation, correction, correction.To ?? correction.What[0].Name!);
                    break;
                case { Target: CorrectionTarget.Entity, Kind: CorrectionKind.Reject }:
                    annotation = annotation with { Language = annotation.Language with { Entities = [.. annotation.Language.Entities.Where(e => !Names(correction, e.Name))] } };
                    break;
                case { Target: CorrectionTarget.Entity, Kind: CorrectionKind.Split }:
                    annotation = Parted(report, annotation, correction);
                    break;
                case { Target: CorrectionTarget.Assertion, Kind: CorrectionKind.Reattribute }:
                    annotation = Reattributed(report, annotation, correction);
                    break;
            }
        }

        return (report, annotation);
    }

    private static bool Names(Correction correction, string? name) =>
        name is not null && correction.What.Any(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whoever speaks under the old name speaks under the new one.</summary>
    private static Annotation Renamed(Annotation annotation, Correction correction, string name) => annotation with
    {
        Language = annotation.Language with { Entities = [.. annotation.Language.Entities.Select(e => Names(correction, e.Name) ? e with { Name = name } : e)] },
        Attributions = [.. annotation.Attributions.Select(a => Names(correction, a.Speaker) ? a with { Speaker = name } : a)],
        Quotes = [.. annotation.Quotes.Select(q => Names(correction, q.Speaker) ? q with { Speaker = name } : q)],
    };

    private static Annotation Parted(Report report, Annotation annotation, Correction correction)
    {
        TextSpan[] places = Places(report, correction);
        return places.Length == 0 ? annotation : annotation with
        {
            Language = annotation.Language with { Entities = [.. annotation.Language.Entities.Select(e => places.Any(e.Span.Overlaps) ? e with { Name = correction.To! } : e)] },
            Attributions = [.. annotation.Attributions.Select(a => a.Source.Any(s => places.Any(s.Overlaps)) ? a with { Speaker = correction.To } : a)],
        };
    }

    /// <summary>The innermost attribution of the passage gets the source; a passage in the report's own voice gets an attribution without a cue.</summary>
    private static Annotation Reattributed(Report report, Annotation annotation, Correction correction)
    {
        foreach (TextSpan place in Places(report, correction))
        {
            ImmutableArray<Attribution> all = annotation.Attributions;
            int innermost = -1;
            for (int i = 0; i < all.Length; i++)
            {
                if (all[i].Content.Any(c => c.Overlaps(place)) && (innermost < 0 || Length(all[i]) <= Length(all[innermost])))
                    innermost = i;
            }

            Attribution given = innermost >= 0
                ? all[innermost] with { Body = null, Role = null, Count = null, Access = null, AnonymityReason = null }
                : new Attribution
                {
                    Source = [],
                    Cue = [],
                    Content = [place],
                    Speaker = null,
                    Kind = SourceKind.Person,
                    Anonymous = false,
                    Parent = null,
                    Stance = Stance.Asserts,
                    Certainty = Certainty.Certain,
                    Polarity = Polarity.Positive,
                    Hedges = [],
                };
            given = given with { Speaker = correction.To, Kind = correction.As ?? SourceKind.Person, Anonymous = correction.Anonymous };
            annotation = annotation with { Attributions = innermost >= 0 ? all.SetItem(innermost, given) : all.Add(given) };
        }

        return annotation;
    }

    private static int Length(Attribution attribution) => attribution.Content.Sum(c => c.Length);

    private static TextSpan[] Places(Report report, Correction correction) =>
        [.. correction.What.Where(a => a.Report == report.Id).Select(a => CorrectionSet.Find(a, report.Body)).OfType<TextSpan>()];
}

using System.Text;
using Stemma.Briefs;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Reports;
using Stemma.Web.Pages.Parts;

using Sourcing = Stemma.Briefs.Rendering.Sourcing;

namespace Stemma.Web.Pages.Claims;

/// <summary>A claim as a block of text to be cited: what is said, where it stands, and what it rests on, in the manner of the sourcing statements of ICD 206
/// (US Intelligence Community Directive, 2015): the kinds of sources, what may bear on their worth, and what speaks against it.</summary>
internal static class Citation
{
    private const int MostReports = 12;

    public static string Of(ClaimModel model, string permalink)
    {
        Claim claim = model.Claim;
        StringBuilder text = new();
        text.Append('“').Append(PlainText.OneLine(claim.Statement)).Append("” [").Append(Sourcing.Status(claim.Status)).Append("]\n");
        text.Append("Sourcing: ").Append(Sources(model)).Append('\n');
        text.Append("Firmness: ").Append(model.LeastCertain == model.MostCertain ? Sourcing.Certainty(model.MostCertain) : Sourcing.Certainty(model.LeastCertain) + " to " + Sourcing.Certainty(model.MostCertain)).Append(", as the reports word it.\n");
        text.Append("Against it: ").Append(Against(model)).Append('\n');
        text.Append("Reports:\n");
        Report[] reports = [.. model.Assertions.Select(a => a.Report).Distinct(StringComparer.Ordinal).Select(model.Story.Report).OfType<Report>()];
        foreach (Report report in reports.Take(MostReports))
        {
            text.Append("- ").Append(OutletNames.Of(report));
            if (report.Headline is { Length: > 0 } headline)
                text.Append(", “").Append(PlainText.OneLine(headline)).Append('”');
            text.Append(", ").Append(report.Published is { } time ? Moments.Of(time) : "undated");
            if (SafeUrl.Of(report.Url) is { } url)
                text.Append(", ").Append(url);
            text.Append('\n');
        }

        if (reports.Length > MostReports)
            text.Append("- and ").Append(Sourcing.Count(reports.Length - MostReports, "further report")).Append('\n');
        text.Append("Worked out by Stemma; ").Append(permalink).Append('\n');
        return text.ToString();
    }

    private static string Sources(ClaimModel model)
    {
        Support support = model.Claim.Support;
        string counted = $"{Sourcing.Count(support.Reports, "report")} of {Sourcing.Count(support.Outlets, "outlet")}";
        string origins = (support.OriginsAtLeast, support.OriginsAtMost) switch
        {
            (_, 0) => "no origin found",
            var (least, most) when least == most => Sourcing.Count(least, "origin"),
            var (least, most) => $"{least} to {most} origins",
        };
        string text = $"{counted} resting on {origins}";
        if (model.Origins.Length > 0)
        {
            (Origin First, int Count)[] told = [.. model.OriginsTold];
            text += ": " + string.Join("; ", told.Take(6).Select(o => Described(o.First) + (o.Count > 1 ? $", {o.Count} of them" : ""))) + (told.Length > 6 ? $"; and {told.Length - 6} more" : "");
        }

        int copies = model.Assertions.Select(a => a.Report).Distinct(StringComparer.Ordinal).Count(r => model.Story.Index.Parents[r].Any(d => d.Kind is DerivationKind.Verbatim or DerivationKind.Rewrite));
        text += copies == 0 ? "." : $". {Sourcing.Count(copies, "report")} {(copies == 1 ? "copies or rewrites" : "copy or rewrite")} another and {(copies == 1 ? "adds" : "add")} none.";
        return support.AnonymousOnly ? text + " All that stands behind it goes unnamed." : text;
    }

    private static string Described(Origin origin)
    {
        string basis = origin.Basis switch
        {
            OriginBasis.FirstHand => "saw it",
            OriginBasis.NamedOfficial => "named",
            OriginBasis.UnnamedOfficial => "unnamed",
            OriginBasis.Document => "document",
            OriginBasis.OtherMedia => "other media",
            OriginBasis.SocialPost => "post",
            _ => origin.Anonymous ? "unnamed" : "standing unknown",
        };
        return $"{PlainText.OneLine(origin.Name)} ({basis}{(origin.Via.IsEmpty ? "" : ", through " + string.Join(", ", origin.Via.Take(4).Select(v => PlainText.OneLine(v))))})";
    }

    private static string Against(ClaimModel model)
    {
        List<string> told = [.. model.Against.Where(a => a.Attribution.Length > 0).Select(a => $"{PlainText.OneLine(a.Attribution[^1].Name)} {Sourcing.Said(a)} it").Distinct(StringComparer.Ordinal).Take(3)];
        told.AddRange(model.Differences.Where(d => d.Verdict is Verdict.Conflict && d.Kind is not DifferenceKind.Existence).Take(3).Select(d => Parts.DifferenceWords.Of(d.Kind, Disputes.Question(d))));
        return told.Count == 0 ? "nothing in these reports." : string.Join("; ", told) + ".";
    }
}

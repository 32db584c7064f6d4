using Stemma.Attributions;
using Stemma.Briefs;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Reports;

using Sourcing = Stemma.Briefs.Rendering.Sourcing;

namespace Stemma.Web.Pages.Claims;

/// <summary>Why a claim has the status that it has, in words: the rule, and what of it is met here. The rules are those of <c>docs/guide/status-and-origins.md</c>.</summary>
internal static class StatusReasons
{
    public static string Rule(ClaimStatus status) => status switch
    {
        ClaimStatus.Confirmed => "Confirmed: the party concerned or the body in charge affirms on the record what someone else had said, or makes it so; or two origins that must be different ones state it without a hedge.",
        ClaimStatus.Asserted => "Asserted: one named origin, or a report that saw it itself, states it without a hedge.",
        ClaimStatus.Reported => "Reported: stated without a hedge, but known only through unnamed sources or other media.",
        ClaimStatus.Presumed => "Presumed: every statement of it is hedged.",
        ClaimStatus.Disputed => "Disputed: someone denies or contradicts it, and neither side has been superseded.",
        ClaimStatus.Denied => "Denied: the only word on it is a denial.",
        _ => "Withdrawn: whoever stood behind it took it back or corrected it; copies that did not follow do not keep it alive.",
    };

    /// <summary>What is met here; empty where the rule says it all.</summary>
    public static string Here(ClaimModel model)
    {
        Claim claim = model.Claim;
        Assertion[] firm = [.. model.Assertions.Where(a => a.Certainty is Certainty.Certain && a.Stance is not (Stance.Denies or Stance.Doubts or Stance.Withholds))];
        switch (claim.Status)
        {
            case ClaimStatus.Confirmed when firm.FirstOrDefault(a => a.Stance is Stance.Confirms && a.Attribution is [.., { Anonymous: false }]) is { } confirming:
                return $"Here {Who(confirming)} confirms it in {In(model, confirming)}.";
            case ClaimStatus.Confirmed when claim.Support.OriginsAtLeast > 1:
                return $"Here at least {Sourcing.Count(claim.Support.OriginsAtLeast, "origin")} must be different ones.";
            case ClaimStatus.Confirmed:
                return "Here what was first hedged, unnamed or only passed on has been stated outright by someone who can know.";
            case ClaimStatus.Asserted when firm.FirstOrDefault(a => a.Attribution is [.., { Anonymous: false }]) is { } named:
                return $"Here {Who(named)} states it, in {In(model, named)}.";
            case ClaimStatus.Asserted when firm.FirstOrDefault(a => a.Attribution.IsEmpty) is { } own:
                return $"Here {In(model, own)} states it in its own voice.";
            case ClaimStatus.Reported:
                return model.Origins.Length == 0 ? "Here no origin is named at all." : "Here it comes from " + string.Join("; ", model.Origins.Take(3).Select(o => PlainText.OneLine(o.Name) + (o.Anonymous ? ", unnamed" : ""))) + ".";
            case ClaimStatus.Presumed:
                string[] hedges = [.. model.Assertions.SelectMany(a => a.Hedges).Select(h => PlainText.OneLine(h.Quote).ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(4)];
                return hedges.Length == 0 ? "Here it is said to come, or to be likely." : "Here the hedges are: " + string.Join(", ", hedges.Select(h => $"“{h}”")) + ".";
            case ClaimStatus.Disputed or ClaimStatus.Denied when model.Against.FirstOrDefault(a => a.Stance is Stance.Denies) is { } denial:
                return $"Here {Who(denial)} denies it, in {In(model, denial)}.";
            case ClaimStatus.Disputed when model.Differences.FirstOrDefault(d => d.Verdict is Verdict.Conflict) is { } conflict:
                return $"Here the reports differ: {Parts.DifferenceWords.Of(conflict.Kind, Disputes.Question(conflict))}.";
            case ClaimStatus.Withdrawn when model.Assertions.Select(a => model.Story.Report(a.Report)).OfType<Report>().FirstOrDefault(r => r.Status is ReportStatus.Withdrawn || r.Notes.Any(n => n.Kind is EditorNoteKind.Retraction or EditorNoteKind.Correction)) is { } back:
                return $"Here {Parts.OutletNames.Of(back)} {(back.Status is ReportStatus.Withdrawn ? "cancelled its item" : "said so in a note")}.";
            default:
                return "";
        }
    }

    private static string Who(Assertion assertion) => assertion.Attribution is [.., var inner] ? PlainText.OneLine(inner.Name) + (inner.Anonymous ? ", unnamed," : "") : "the report itself";

    private static string In(ClaimModel model, Assertion assertion) => model.Story.Report(assertion.Report) is { } report ? Parts.OutletNames.Of(report) : "a report";
}

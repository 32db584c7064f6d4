using System.Collections.Immutable;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;

namespace Stemma.Briefs.Rendering;

/// <summary>Short words for support, status, certainty and their like: the same in text, Markdown and HTML.</summary>
internal static class Sourcing
{
    /// <summary>"4 reports · 1–2 origins, unnamed".</summary>
    public static string Tail(Support support)
    {
        string text = Count(support.Reports, "report") + " · " + Origins(support);
        return support.AnonymousOnly ? text + ", unnamed" : text;
    }

    /// <summary>"2 origins", "1–2 origins", "no origin found".</summary>
    public static string Origins(Support support) => Interval(support.OriginsAtLeast, support.OriginsAtMost);

    public static string Interval(int least, int most) => (least, most) switch
    {
        (0, 0) => "no origin found",
        _ when least == most => Count(least, "origin"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{least}–{most} origins"),
    };

    public static string Count(int number, string noun) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? noun : noun + "s");

    public static string Status(ClaimStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The status of the point's claim as it may stand beside these very words: nothing is called confirmed whose own words hedge or deny.</summary>
    /// <returns>Null where no word fits.</returns>
    public static string? StatusOf(StoryLookup lookup, Point point)
    {
        if (point.Claims.IsEmpty || lookup.Claim(point.Claims[0]) is not { } claim)
            return null;
        if (claim.Status != ClaimStatus.Confirmed)
            return Status(claim.Status);
        if (IsHedgedHere(lookup, point))
            return "hedged here, confirmed elsewhere";
        return Shown(lookup, point).Any(a => a.Stance is Attributions.Stance.Denies or Attributions.Stance.Doubts) ? null : Status(claim.Status);
    }

    /// <summary>Whether the words shown state the claim with reserve only.</summary>
    public static bool IsHedgedHere(StoryLookup lookup, Point point)
    {
        ImmutableArray<Assertion> own = point.Claims.IsEmpty ? [] : [.. Shown(lookup, point).Where(a => a.Claim == point.Claims[0])];
        return own.Length > 0 && own.All(a => a.Certainty != Attributions.Certainty.Certain);
    }

    private static ImmutableArray<Assertion> Shown(StoryLookup lookup, Point point) => point.Evidence.IsEmpty
        ? []
        : [.. lookup.Story.Assertions.Where(a => a.Report == point.Evidence[0].Report && point.Evidence[0].Span.Contains(a.At.Start))];

    public static string Certainty(Certainty certainty) => certainty.ToString().ToLowerInvariant();

    public static string Verdict(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    public static string Kind(DifferenceKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>How a report rests on another, as a verb of the one that rests.</summary>
    public static string Verb(DerivationKind kind) => kind switch
    {
        DerivationKind.Verbatim => "copies",
        DerivationKind.Rewrite => "rewrites",
        DerivationKind.Credits => "credits",
        _ => "cites",
    };

    public static string Stance(Stance stance) => stance switch
    {
        Attributions.Stance.Asserts => "says",
        Attributions.Stance.Withholds => "would not say",
        _ => stance.ToString().ToLowerInvariant(),
    };

    /// <summary>"Northern News › police spokesman, unnamed: says, probable".</summary>
    public static string Voice(Assertion assertion) =>
        string.Join(" › ", assertion.Attribution.Select(s => s.Anonymous ? s.Name + ", unnamed" : s.Name)) + ": " + Said(assertion) + ", " + Certainty(assertion.Certainty);

    /// <summary>What a source does with a statement, as a verb.</summary>
    public static string Said(Assertion assertion) =>
        assertion.Stance == Attributions.Stance.Asserts && assertion.Polarity == Polarity.Negative ? "says that it is not so" : Stance(assertion.Stance);

    public static string Percent(double share) => Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}

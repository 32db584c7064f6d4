using System.Collections.Frozen;
using Stemma.Claims;

namespace Stemma.Briefs.Rendering;

/// <summary>Admiralty codes (NATO AJP-2.1, annex on evaluation): a letter for the source, a figure for the information.</summary>
/// <remarks>
/// The letter is a person's judgement of an outlet and comes from the user's own table alone; without one it is F, "cannot be judged". The figure is worked out by
/// the rule of <see cref="Information"/> from what stands behind the claim. It says how well a statement is borne out within these reports, not whether it is true.
/// </remarks>
public sealed class Grading
{
    private readonly FrozenDictionary<string, char> letters;

    /// <param name="outlets">A to F by outlet, whatever the case of its letters.</param>
    /// <exception cref="ArgumentException">A letter is none of A to F.</exception>
    public Grading(IEnumerable<KeyValuePair<string, char>> outlets)
    {
        ArgumentNullException.ThrowIfNull(outlets);
        Dictionary<string, char> table = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string outlet, char letter) in outlets)
            table[outlet] = letter is >= 'A' and <= 'F' ? letter : throw new ArgumentException($"{outlet}: {letter} is no grade; A to F are.", nameof(outlets));
        letters = table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the user graded any outlet.</summary>
    public bool HasSources => letters.Count > 0;

    /// <summary>1 confirmed by origins that must be different; 2 confirmed by one, or stated by several; 3 stated by one; 4 hedged, disputed, or known only
    /// through unnamed sources or other media; 5 denied or withdrawn; 6 no origin found.</summary>
    public static int Information(ClaimStatus status, Support support)
    {
        ArgumentNullException.ThrowIfNull(support);
        bool several = support.OriginsAtLeast > 1;
        return status switch
        {
            ClaimStatus.Denied or ClaimStatus.Withdrawn => 5,
            ClaimStatus.Disputed => 4,
            _ when support.OriginsAtLeast == 0 => 6,
            ClaimStatus.Confirmed => several ? 1 : 2,
            ClaimStatus.Asserted => several ? 2 : 3,
            ClaimStatus.Reported => several ? 3 : 4,
            _ => 4,
        };
    }

    /// <summary>"F3", "B2": the best letter among the outlets of the evidence; 6 for a point of no single claim.</summary>
    internal string Code(StoryLookup lookup, Point point)
    {
        char letter = point.Evidence.Select(e => lookup.Report(e.Report)?.Outlet).OfType<string>().Select(o => letters.GetValueOrDefault(o, 'F')).DefaultIfEmpty('F').Min();
        Claim? claim = point.Claims.IsEmpty ? null : lookup.Claim(point.Claims[0]);
        int figure = claim is null || point.Support is null ? 6 : Information(claim.Status, point.Support);
        // Where the words shown hedge or deny what others confirm, it is these words that are graded.
        if (figure < 4 && (Sourcing.IsHedgedHere(lookup, point) || Sourcing.StatusOf(lookup, point) is null))
            figure = 4;
        return string.Concat(letter.ToString(), figure.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

namespace Stemma.Reports;

/// <summary>Resolves credited agencies to canonical names, acronyms against the outlet's own name, and credits an agency for its own reports.</summary>
internal sealed class AgencyNames(AgencyTable agencies)
{
    public void Apply(ReportDraft draft)
    {
        string[] credited = [.. draft.Agencies];
        draft.Agencies.Clear();
        foreach (string name in credited)
            draft.AddAgency(Resolve(InFull(name, credited), draft));
        if (draft.Outlet is { } outlet && (draft.IsAdvisory || agencies.LooksLikeAgency(outlet)))
            draft.AddAgency(agencies.Find(outlet)?.Name ?? outlet);
    }

    /// <summary>"Coast News Agency" for "(CNA)" where the same report credits both: its own words go before what another house is called elsewhere.</summary>
    private static string InFull(string name, string[] credited) =>
        AgencyTable.IsAcronym(name) && credited.FirstOrDefault(c => c.Contains(' ', StringComparison.Ordinal) && IsShortFor(name, c)) is { } full ? full : name;

    private string Resolve(string name, ReportDraft draft)
    {
        // The outlet goes first: a small house may share its acronym with a great one.
        if (draft.Outlet is { } outlet && (IsShortFor(name, outlet)))
            return agencies.Find(outlet)?.Name ?? outlet;
        return agencies.Find(name)?.Name ?? name;
    }

    /// <summary>Initials ("ABC" for "Alder Bay Chronicle"), or its first or last words ("Alder" for "Alder Wire").</summary>
    public static bool IsShortFor(string name, string outlet)
    {
        if (string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase))
            return true;
        string initials = string.Concat(outlet.Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0]) && w != "The").Select(w => w[0]));
        return (name.Length >= 2 && name == initials) || outlet.StartsWith(name + " ", StringComparison.Ordinal) || outlet.EndsWith(" " + name, StringComparison.Ordinal);
    }
}

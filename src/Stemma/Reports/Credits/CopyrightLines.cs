using System.Globalization;
using System.Text.RegularExpressions;

namespace Stemma.Reports;

/// <summary>Takes out copyright lines; their holder hints at the outlet or credits an agency, their year bounds the date.</summary>
internal sealed partial class CopyrightLines(AgencyTable agencies)
{
    private const int MaxLength = 400;

    public void Apply(ReportDraft draft)
    {
        foreach (int i in draft.Kept)
        {
            string line = draft.Lines[i]!;
            if (line.Length > MaxLength || !Mark().IsMatch(line) || Words.HasSpeech(Words.Fold(line)))
                continue;
            Read(draft, line);
            draft.Remove(i);
        }
    }

    private void Read(ReportDraft draft, string line)
    {
        foreach (Match year in Year().Matches(line))
            draft.CopyrightYear = Math.Max(draft.CopyrightYear ?? 0, int.Parse(year.Value, CultureInfo.InvariantCulture));

        // "© 2004-2024 The Valley Sun Company, LLC. All rights reserved." leaves "The Valley Sun Company, LLC".
        string holder = Furnishings().Replace(Year().Replace(Mark().Replace(line, " "), " "), " ");
        int sentence = holder.IndexOf(". ", StringComparison.Ordinal);
        if (sentence > 0 && !Companies().IsMatch(holder[..(sentence + 1)]))
            holder = holder[..sentence];
        else if (sentence > 0 && Companies().Match(holder) is { Success: true } company)
            holder = holder[..company.Index];
        holder = Companies().Replace(TextLines.Clean(holder) ?? "", "").Trim(' ', ',', '.', '-', '–', '|', ':', ';');
        if (holder.Length is < 2 or > 60 || !Words.IsName(holder, 7))
            return;
        if (agencies.Find(holder) is null && (AgencyTable.IsAcronym(holder) || agencies.LooksLikeAgency(holder)))
        {
            draft.AddAgency(holder); // as with "© AFP": who holds the text is not who published it here
            return;
        }

        if (agencies.Find(holder) is { } agency)
        {
            draft.AddAgency(agency.Name);
            if (agency.IsAlsoOutlet)
                draft.Hint(OutletTrust.Copyright, agency.Name);
        }
        else
            draft.Hint(OutletTrust.Copyright, holder);
    }

    [GeneratedRegex(@"©|^\(c\)\s|^[Cc]opyright\b|^COPYRIGHT\b|\(c\) (?:19|20)\d\d|\bAll [Rr]ights [Rr]eserved\b|ALL RIGHTS RESERVED", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:All |This |The )?(?:[Cc]ontents?|[Tt]exts?|[Aa]rticle|[Ss]tory|[Mm]aterial)(?: is| are)?\s|^[Cc]opyright\b|\([cC]\)|\bby\b|^\W+|(?<=\d)\s*[-–]\s*(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Furnishings();

    [GeneratedRegex(@",? (?:Company|Co\.|Inc\.?|Incorporated|LLC|L\.L\.C\.|L\.P\.|LP|Ltd\.?|Limited|PLC|plc|Corp\.?|Corporation|GmbH|AG|S\.A\.|Pty|B\.V\.|Holdings|Publishing|Media Group|Group)(?=[\s,.]|$).*$", RegexOptions.CultureInvariant)]
    private static partial Regex Companies();
}

namespace Stemma.Reports;

/// <summary>Reads the lines that a page shows between its headline and its text: who wrote it, and whose text it is.</summary>
/// <remarks>
/// Authors that the page's head names go before those shown. A name alone is an agency if it is a known one, or if the text has people tell it
/// something; sections and places stand there too.
/// </remarks>
internal sealed class PageHeads(AgencyTable agencies, Bylines bylines)
{
    private const int MaxWords = 5;

    public void Apply(ReportDraft draft)
    {
        foreach (string raw in draft.Raw.HeadLines)
        {
            if (TextLines.Clean(raw) is not { } line)
                continue;
            string[] before = [.. draft.Authors];
            if (bylines.ReadLine(draft, line))
            {
                if (before.Length > 0)
                {
                    draft.Authors.Clear();
                    draft.Authors.AddRange(before);
                }

                continue;
            }

            if (StatedDate.Find(line) is { } date)
                line = line[..date.Start] + "|" + line[(date.Start + date.Length)..];
            foreach (string part in line.Split(['|', '·', '•', '–', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                ReadName(draft, part.Trim(' ', ',', '-', ':'));
        }
    }

    private void ReadName(ReportDraft draft, string name)
    {
        if (!Words.IsName(name, MaxWords) || Houses.IsAkin(name, draft.Raw.Outlet))
            return;
        if (agencies.LooksLikeAgency(name))
            draft.AddAgency(agencies.Find(name)?.Name ?? name);
        else if (draft.Raw.Outlet is not null && Houses.IsToldIn(draft.Raw.Text, name))
            draft.AddAgency(name);
    }
}

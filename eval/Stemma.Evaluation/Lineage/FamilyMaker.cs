using Stemma.Reports;

namespace Stemma.Evaluation.Lineage;

/// <summary>Makes families of reports whose lineage is known, from real reports.</summary>
/// <remarks>
/// Outlets are invented, so that no name gives the answer away. Times are of three kinds, by turns: hours known (seven families of ten), the day alone,
/// none; in the last two a child can be told only by its credit or by what it lacks.
/// </remarks>
internal sealed class FamilyMaker(IReadOnlyList<SourceText> texts, Chance chance)
{
    /// <summary>A run of so many words that two real reports share makes them no independent pair: one may have copied, or both.</summary>
    private const int CopiedRun = 12;

    private static readonly string[] Agencies = ["Kestrel News Agency", "Tamarisk Press Agency", "Juniper Wire Service"];

    private static readonly string[] Outlets =
    [
        "Northmoor Courier", "Quayside Herald", "Radio Larkhill", "Pellbrook Gazette", "Saltmarsh Tribune", "Wexcombe Chronicle", "Ostmere Dispatch", "Fennick Observer", "Highcross Journal",
        "Tarn Valley Record", "Brindle Telegraph", "Cobbleford Examiner", "Marlpit Sentinel", "Dunwater Echo", "Hollowell Mercury", "Ravenscar Bulletin",
    ];

    private readonly Copyist copyist = new(new Paraphraser(), new Loosener(), chance);
    private int made;

    /// <summary>A family around one of the texts, oldest first; empty where no other text is near enough.</summary>
    public IReadOnlyList<FamilyMember> Make(SourceText root)
    {
        IReadOnlyList<SourceText> near = Near(root);
        if (near.Count == 0)
            return [];
        int family = made++;
        bool hours = family % 10 < 7, days = family % 10 < 9;
        string agency = Agencies[family % Agencies.Length];
        int outlet = chance.Next(Outlets.Length);
        DateTimeOffset at = new DateTimeOffset(2024, 3, 4, 6, 0, 0, TimeSpan.Zero).AddDays(family);
        List<FamilyMember> members = [];

        FamilyMember original = Add(Making.Original, root.Text, agency);
        FamilyMember second = Add(Making.Independent, near[0].Text, NextOutlet());
        if (near.Count > 1)
            Add(Making.Independent, near[1].Text, NextOutlet());
        FamilyMember edit = Add(Making.LightEdit, Lead(near[^1]) + copyist.Edit(root.Paragraphs), NextOutlet(), original);
        Add(Making.Copy, root.Text, NextOutlet(), original);
        Add(Making.Cut, copyist.Cut(root), NextOutlet(), original);
        Add(Making.Paraphrase, copyist.Paraphrase(root), NextOutlet(), original);
        Add(Making.Merge, copyist.Merge(root, near[0]), NextOutlet(), original, second);
        Add(Making.CopyOfEdit, string.Join("\n\n", edit.Raw.Text.Split("\n\n").SkipLast(1)), NextOutlet(), edit);
        Add(Making.Rewrite, copyist.Rewrite(root), NextOutlet(), original);
        Add(Making.Summary, copyist.Summarise(root), NextOutlet(), original);
        return members;

        string NextOutlet() => Outlets[outlet++ % Outlets.Length];

        FamilyMember Add(Making making, string text, string house, params FamilyMember[] parents)
        {
            // Half of what rests on the agency says so, the other half has lost its credit; a report without hours must say so, or nothing tells who was first.
            bool credited = parents.Length > 0 && parents[0] == members[0] && making != Making.Merge && (!hours || chance.Is(0.5));
            string body = !credited ? text : chance.Is(0.5) ? text + "\n\n" + "Source: " + agency : $"NORTHMOOR ({agency}) - {text}";
            string id = $"f{family}-{members.Count}-{making}";
            at = at.AddMinutes(20 + chance.Next(60));
            string? time = !days ? null : hours ? at.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture) : at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            RawReport raw = new()
            {
                Input = id,
                Id = id,
                Outlet = house,
                Published = ReportTime.TryParse(time, out ReportTime published) ? published : null,
                Headline = null,
                Text = body,
            };
            members.Add(new FamilyMember(raw, making, [.. parents.Select(p => p.Id)], credited, hours));
            return members[^1];
        }
    }

    /// <summary>A sentence of another report on the same matter, as a desk's own lead.</summary>
    private static string Lead(SourceText other) => other.Paragraphs[0][0] + "\n\n";

    /// <summary>Up to three reports of the same gold story or, where there is none, of other outlets and the same days, those that share most words; no two of all share a copied run.</summary>
    private List<SourceText> Near(SourceText root)
    {
        List<SourceText> near = [];
        HashSet<string> runs = WordRows.Rows(root.Text, CopiedRun);
        foreach (SourceText text in texts
            .Where(t => t != root && (root.Story is null ? t.Outlet != root.Outlet && t.Day is { } a && root.Day is { } b && Math.Abs(a - b) <= 5 : t.Story == root.Story))
            .OrderByDescending(t => root.Words.Count(t.Words.Contains) / Math.Sqrt((double)root.Words.Count * t.Words.Count))
            .ThenBy(t => t.Id, StringComparer.Ordinal)
            .Take(8))
        {
            HashSet<string> own = WordRows.Rows(text.Text, CopiedRun);
            if (near.Count == 3 || own.Overlaps(runs))
                continue;
            near.Add(text);
            runs.UnionWith(own);
        }

        return near;
    }
}

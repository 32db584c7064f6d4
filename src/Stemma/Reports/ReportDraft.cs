namespace Stemma.Reports;

/// <summary>A report while it is being cleaned: its lines, each kept or taken out, and the fields filled so far.</summary>
/// <remarks>Lives on one thread for the length of one reading.</remarks>
internal sealed class ReportDraft
{
    /// <summary>Most links, notes, names or hints that are kept of one report: a list of more is no credit line but an attack.</summary>
    private const int MaxEntries = 200;

    private const int TopLines = 5;

    private int firstParagraph;
    private int lastParagraph;

    public ReportDraft(RawReport raw)
    {
        Raw = raw;
        Lines = TextLines.Split(raw.Text, raw.FromPage);
        lastParagraph = Lines.Count - 1;
        Headline = TextLines.Clean(raw.Headline);
        Outlet = TextLines.Clean(raw.Outlet);
        foreach (string author in raw.Authors)
            AddCarried(author);
        foreach (string agency in raw.Agencies)
        {
            if (TextLines.Clean(agency) is { } name)
                AddAgency(name);
        }

        foreach (EditorNote note in raw.Notes)
        {
            if (TextLines.Clean(note.Text) is { } text)
                AddNote(note.Kind, text);
        }

        foreach (RelatedLink link in raw.Links)
        {
            RelatedLink titled = link with { Text = RelatedLinks.Title(link.Text) };
            if (!Links.Exists(l => l.Text == titled.Text))
                Links.Add(titled);
        }
    }

    public RawReport Raw { get; }

    /// <summary>One a paragraph or block, cleaned; a line that was taken out is null.</summary>
    public List<string?> Lines { get; }

    public string? Headline { get; set; }

    public string? Outlet { get; set; }

    public List<string> Authors { get; } = [];

    /// <summary>As credited, before acronyms are resolved; in order of mention.</summary>
    public List<string> Agencies { get; } = [];

    public List<EditorNote> Notes { get; } = [];

    public List<RelatedLink> Links { get; } = [];

    /// <summary>Who published it, as its own lines suggest, most trusted first once sorted.</summary>
    public List<OutletHint> OutletHints { get; } = [];

    public Dateline? Dateline { get; set; }

    /// <summary>The publication time that the text states.</summary>
    public ReportTime? Stated { get; set; }

    /// <summary>The time of the last change that the text states; stands in for the publication time where no other is stated.</summary>
    public ReportTime? StatedUpdate { get; set; }

    public PartialDay? StatedDay { get; set; }

    public int? CopyrightYear { get; set; }

    /// <summary>Set where the text is an agency's notice to editors: then the outlet is the agency.</summary>
    public bool IsAdvisory { get; set; }

    /// <summary>Indices of the lines that are still in, in order.</summary>
    public IEnumerable<int> Kept
    {
        get
        {
            for (int i = 0; i < Lines.Count; i++)
            {
                if (Lines[i] is not null)
                    yield return i;
            }
        }
    }

    /// <summary>As <see cref="IsHead"/>, and also among the first lines, where a deck or summary stands above the byline and the date.</summary>
    /// <param name="order">How many kept lines stand before it.</param>
    public bool IsTop(int line, int order) => order < TopLines || IsHead(line);

    public void Remove(int line) => Lines[line] = null;

    public void AddAuthor(string name)
    {
        if (Authors.Count < MaxEntries && !Authors.Contains(name, StringComparer.OrdinalIgnoreCase))
            Authors.Add(name);
    }

    /// <summary>An author field as carriers fill it: "By JANE ROE, Staff Writer" is Jane Roe; a house's own name is no author.</summary>
    private void AddCarried(string author)
    {
        if (TextLines.Clean(author) is not { } name)
            return;
        name = name.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? name[3..] : name;
        List<string> people = PersonNames.Split(name);
        if (people.Count > 0)
            people.ForEach(AddAuthor);
        else if (!string.Equals(name, Raw.Outlet, StringComparison.OrdinalIgnoreCase))
            AddAuthor(name);
    }

    public void AddAgency(string name)
    {
        if (Agencies.Count < MaxEntries && !Agencies.Contains(name, StringComparer.OrdinalIgnoreCase))
            Agencies.Add(name);
    }

    public void AddNote(EditorNoteKind kind, string text)
    {
        if (Notes.Count < MaxEntries && !Notes.Exists(n => n.Text == text))
            Notes.Add(new EditorNote(kind, text));
    }

    /// <summary>Adds a link without an address, unless the page gave it already with one.</summary>
    public void AddLink(string text)
    {
        if (Links.Count < MaxEntries && !Links.Exists(l => l.Text.Contains(text, StringComparison.OrdinalIgnoreCase)))
            Links.Add(new RelatedLink(text, null));
    }

    public void Hint(OutletTrust trust, string? name)
    {
        if (OutletHints.Count < MaxEntries && !string.IsNullOrWhiteSpace(name))
            OutletHints.Add(new OutletHint(trust, name.Trim()));
    }

    /// <summary>Whether no paragraph of running text stands before the line: what is there is still the report's head.</summary>
    public bool IsHead(int line)
    {
        // Lines are only ever taken out or cut, so this moves one way and costs no more than one pass in all.
        while (firstParagraph < Lines.Count && !IsParagraph(Lines[firstParagraph]))
            firstParagraph++;
        return line <= firstParagraph;
    }

    /// <summary>Whether no paragraph of running text follows the line.</summary>
    public bool IsTail(int line)
    {
        while (lastParagraph >= 0 && !IsParagraph(Lines[lastParagraph]))
            lastParagraph--;
        return line >= lastParagraph;
    }

    /// <summary>Running text, as against a headline, a label or a credit.</summary>
    public static bool IsParagraph(string? line) =>
        line is not null && line.Length >= (line[0] >= '\u2e80' ? 30 : 90) && Words.Count(line) >= 15 && line.AsSpan().TrimEnd("\"”’')]」").EndsWithAny(".!?…:。！？");
}

namespace Stemma.Reports;

/// <summary>From raw text to a clean <see cref="Report"/>: what stands around an article becomes a field or goes.</summary>
/// <remarks>
/// A pure function of its input, safe to call from many threads; make one and keep it. Precision goes before recall: where a line may be the
/// article's own, it stays. Steps run in the order in which each leaves the next less to confuse.
/// </remarks>
public sealed class ReportReader
{
    private readonly Furniture furniture = new();
    private readonly EditorNotes notes = new();
    private readonly RelatedLinks links = new();
    private readonly StatedDates dates;
    private readonly Headlines headlines = new();
    private readonly LanguageGuesser languages = new();
    private readonly CopyrightLines copyrights;
    private readonly PhotoCredits photos;
    private readonly Credits credits;
    private readonly Bylines bylines;
    private readonly PageHeads pageHeads;
    private readonly Datelines datelines;
    private readonly OutletFinder outlets;
    private readonly AgencyNames agencyNames;

    public ReportReader()
    {
        AgencyTable agencies = new();
        dates = new StatedDates(agencies);
        copyrights = new CopyrightLines(agencies);
        photos = new PhotoCredits(agencies);
        credits = new Credits(agencies);
        bylines = new Bylines(agencies);
        pageHeads = new PageHeads(agencies, bylines);
        datelines = new Datelines(agencies);
        outlets = new OutletFinder(agencies);
        agencyNames = new AgencyNames(agencies);
    }

    public StageId Id { get; } = new("reports", 5);

    public Report Read(RawReport raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ReportDraft draft = new(raw);
        copyrights.Apply(draft);
        notes.Apply(draft);
        links.Apply(draft);
        photos.Apply(draft);
        Menus.Apply(draft);
        dates.Apply(draft); // before furniture, because tag lines and site names carry dates too
        Releases.Apply(draft); // before furniture, which takes its headings out
        furniture.Apply(draft);
        credits.Apply(draft);
        dates.Apply(draft);
        bylines.Apply(draft);
        pageHeads.Apply(draft);
        Bylines.RemoveBiographies(draft);
        outlets.ReadNames(draft);
        headlines.Apply(draft);
        PageLabels.Apply(draft);
        datelines.Apply(draft);
        headlines.RemoveRepeatedDeck(draft);
        outlets.Apply(draft);
        Headlines.RemoveOutlet(draft);
        agencyNames.Apply(draft);

        string body = string.Join("\n\n", draft.Lines.OfType<string>());
        ReportTime? published = raw.Published ?? draft.Stated ?? draft.StatedUpdate;
        return new Report
        {
            Id = raw.ItemId is { } item ? ReportIds.OfItem(item) : ReportIds.Of(draft.Outlet, raw.Url, raw.Id, draft.Headline, body),
            Input = raw.Input,
            Url = raw.Url,
            Outlet = draft.Outlet,
            Agencies = [.. draft.Agencies],
            Authors = [.. draft.Authors.Where(a => !string.Equals(a, draft.Outlet, StringComparison.OrdinalIgnoreCase))],
            Dateline = draft.Dateline ?? (TextLines.Clean(raw.Located) is { } place ? new Dateline(place, place) : null),
            Published = published,
            PublishedBasis = raw.Published is not null ? PublishedBasis.Metadata : published is not null ? PublishedBasis.Stated : null,
            Updated = raw.Updated ?? draft.StatedUpdate,
            Notes = [.. draft.Notes],
            Headline = draft.Headline,
            Body = body,
            Links = [.. draft.Links],
            Language = languages.Guess(draft.Headline + "\n" + body, raw.Language),
            Deck = TextLines.Clean(raw.Deck),
            Status = raw.Status,
            Version = raw.Version,
            Urgency = raw.Urgency,
            Evidence = raw.Evidence,
            CopyrightYear = draft.CopyrightYear,
            StatedDay = draft.StatedDay,
        };
    }
}

using System.Collections.Immutable;
using System.Text;
using Stemma.Annotations;
using Stemma.Reports;

namespace Stemma.Store;

/// <summary>Reads reports as a store keeps them: clean, annotated, with the names by which they are found.</summary>
/// <remarks>Safe to call from many threads at once; make one and keep it.</remarks>
public sealed class ReportReading
{
    /// <summary>Stands in a report that needs no reading; a store refuses to keep it.</summary>
    private static readonly ReportForms Unread = new(default, default, "");

    private readonly ReportReader reader = new();
    private readonly Annotator annotator = new();

    public ReportReading() => Stages = string.Join(' ', annotator.Stages.Prepend(reader.Id));

    /// <summary>The stages that read, with their versions.</summary>
    public string Stages { get; }

    public Report Clean(RawReport raw) => reader.Read(raw);

    public Annotation Annotate(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return annotator.Annotate(report.IsReadable ? report.Body : "");
    }

    /// <param name="bytes">What it was read from; empty where that is not at hand: then its text as it was handed over is kept.</param>
    public NewReport Read(RawReport raw, Report report, ReadOnlyMemory<byte> bytes, DateTimeOffset arrived)
    {
        ArgumentNullException.ThrowIfNull(raw);
        Annotation annotation = Annotate(report);
        return Make(raw, report, bytes, arrived) with
        {
            Stages = Stages,
            Facets = FacetsOf(annotation),
            Forms = new ReportForms(ReportForm.Write(report), AnnotationForm.Write(annotation), SearchWords.Indexed(report)),
        };
    }

    /// <summary>As <see cref="Read"/>, for a report that the store is known to have: only its receipt is new, so nothing is annotated.</summary>
    public NewReport Known(RawReport raw, Report report, ReadOnlyMemory<byte> bytes, DateTimeOffset arrived)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(report);
        return Make(raw, report, bytes, arrived);
    }

    private static NewReport Make(RawReport raw, Report report, ReadOnlyMemory<byte> bytes, DateTimeOffset arrived) => new()
    {
        Report = report,
        Digest = ReportForm.Digest(report),
        Forms = Unread,
        Stages = "",
        Bytes = bytes.IsEmpty ? Encoding.UTF8.GetBytes(raw.Text) : bytes,
        Arrived = arrived,
        Item = ItemOf(raw, report),
        Facets = [],
    };

    /// <summary>What the versions of one item share: the wire's own name for it; else its address; else outlet and carrier's id, which alone is unique only in its file.</summary>
    public static string? ItemOf(RawReport raw, Report report)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(report);
        return raw.ItemId is { Length: > 0 } item ? "item " + item
            : report.Url is { Length: > 0 } url ? "url " + url
            : raw.Id is { Length: > 0 } id && report.Outlet is { Length: > 0 } outlet ? $"id {SearchWords.Fold(outlet)}\n{id}"
            : null;
    }

    private static ImmutableArray<Facet> FacetsOf(Annotation annotation) =>
        [.. annotation.Language.Entities.Select(e => new Facet(e.Kind.ToString().ToLowerInvariant(), e.Name)).Distinct()];
}

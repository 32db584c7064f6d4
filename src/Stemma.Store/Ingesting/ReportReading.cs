using System.Collections.Immutable;
using System.Text;
using Stemma.Annotations;
using Stemma.Language;
using Stemma.Reports;

namespace Stemma.Store;

/// <summary>Reads reports as a store keeps them: clean, annotated, with the names by which they are found.</summary>
/// <remarks>Safe to call from many threads at once; make one and keep it.</remarks>
public sealed class ReportReading
{
    private readonly ReportReader reader = new();
    private readonly Annotator annotator = new();

    private readonly Annotation nothing;

    public ReportReading()
    {
        Stages = string.Join(' ', annotator.Stages.Prepend(reader.Id));
        nothing = annotator.Annotate("");
    }

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
        return Make(raw, report, Annotate(report), bytes, arrived);
    }

    /// <summary>As <see cref="Read"/>, for a report that the store is known to have: only its receipt is new, so nothing is annotated.</summary>
    public NewReport Known(RawReport raw, Report report, ReadOnlyMemory<byte> bytes, DateTimeOffset arrived)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(report);
        return Make(raw, report, nothing, bytes, arrived) with { Stages = "" };
    }

    private NewReport Make(RawReport raw, Report report, Annotation annotation, ReadOnlyMemory<byte> bytes, DateTimeOffset arrived) => new()
    {
        Report = report,
        Annotation = annotation,
        Stages = Stages,
        Bytes = bytes.IsEmpty ? Encoding.UTF8.GetBytes(raw.Text) : bytes,
        Arrived = arrived,
        Item = ItemOf(raw, report),
        Facets = FacetsOf(annotation),
    };

    /// <summary>What the versions of one item share: its address; else outlet and carrier's id, which alone is unique only in its file.</summary>
    public static string? ItemOf(RawReport raw, Report report)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(report);
        return report.Url is { Length: > 0 } url ? "url " + url
            : raw.Id is { Length: > 0 } id && report.Outlet is { Length: > 0 } outlet ? $"id {SearchWords.Fold(outlet)}\n{id}"
            : null;
    }

    private static ImmutableArray<Facet> FacetsOf(Annotation annotation) =>
        [.. annotation.Language.Entities.Select(e => new Facet(e.Kind.ToString().ToLowerInvariant(), e.Name)).Distinct()];
}

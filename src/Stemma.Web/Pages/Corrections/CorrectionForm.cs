using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Stemma.Attributions;
using Stemma.Store;
using Stemma.Text;
using Stemma.Web.Pages.Reading;
using Stemma.Weighing;

namespace Stemma.Web.Pages.Corrections;

/// <summary>A correction as a browser posts it.</summary>
internal static class CorrectionForm
{
    /// <summary>Characters of a name, a reason, a signature; anchors of one entry. A form that is larger was not made by these pages.</summary>
    public const int MaxName = 300, MaxWhy = 1000, MaxWho = 80;

    private const int MaxAnchors = 1000;

    /// <summary>Signs what nobody signed.</summary>
    public const string Nobody = "desk";

    /// <returns>The entry, or why it cannot be kept, in one line.</returns>
    public static async Task<(Correction? Entry, string? Fault)> ReadAsync(IFormCollection form, string who, IStoryStore store, StoryPictures pictures, DateTimeOffset now, CancellationToken cancellation)
    {
        // One form has several buttons, each with what it does: "merge claim".
        if (form["do"].ToString().Split(' ') is not [var done, var thing] || !Word(done, out CorrectionKind kind) || !Word(thing, out CorrectionTarget target) || kind is CorrectionKind.Undo)
            return (null, "The form does not say what to do, or to what.");
        IEnumerable<string?> pointed = form["what"];
        if (kind is CorrectionKind.Merge or CorrectionKind.Family)
            pointed = pointed.Concat(form["with"]).Concat(form["name"].OfType<string>().Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => target is CorrectionTarget.Story ? CorrectionAnchors.ReportOf(n) : CorrectionAnchors.Name(n)));
        if (kind is CorrectionKind.Split or CorrectionKind.Reattribute)
            pointed = form["part"].Where(p => CorrectionAnchors.IsReport(p) == target is CorrectionTarget.Story); // a report's form has reports and places to tick
        string[] values = [.. pointed.OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
        if (values.Length > MaxAnchors)
            return (null, FormattableString.Invariant($"One correction points at {MaxAnchors} things at most."));
        ImmutableArray<CorrectionAnchor>.Builder what = ImmutableArray.CreateBuilder<CorrectionAnchor>();
        foreach (string value in values)
        {
            if (value.Length > MaxName + 2 || await CorrectionAnchors.ReadAsync(value, store, cancellation) is not { } anchor)
                return (null, "What the correction points at is not here any more: the report was revised or removed. Go back and load the page again.");
            what.Add(anchor);
        }

        // A field that belongs to another button of the form says nothing.
        string? to = kind switch
        {
            CorrectionKind.Grade => Line(form["grade"], 1),
            CorrectionKind.Split when target is CorrectionTarget.Story => await StayingAsync(what, store, pictures, cancellation),
            CorrectionKind.Reattribute or CorrectionKind.Split => Line(form["source"], MaxName),
            CorrectionKind.Rename => Line(form["to"], MaxName),
            CorrectionKind.Merge when target is CorrectionTarget.Origin or CorrectionTarget.Entity => Line(form["called"], MaxName),
            _ => null,
        };
        SourceKind? kindOfSource = null;
        if (kind is CorrectionKind.Reattribute)
            kindOfSource = Word(form["as"], out SourceKind given) ? given : SourceKind.Person;
        return Checked(new Correction
        {
            Id = "",
            Kind = kind,
            Target = target,
            What = what.ToImmutable(),
            To = to,
            As = kindOfSource,
            Anonymous = kind is CorrectionKind.Reattribute && form["anonymous"].Count > 0,
            Who = who,
            When = now,
            Why = Line(form["why"], MaxWhy),
        });
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static (Correction? Entry, string? Fault) ReadUndo(IFormCollection form, string who, IEnumerable<Correction> log, DateTimeOffset now)
    {
        string? undone = form["id"];
        if (!log.Any(c => c.Id == undone))
            return (null, "There is no such entry in the log.");
        return Checked(new Correction
        {
            Id = "",
            Kind = CorrectionKind.Undo,
            Target = CorrectionTarget.Correction,
            Undoes = undone,
            Who = who,
            When = now,
            Why = Line(form["why"], MaxWhy),
        });
    }

    /// <summary>Who signs: as the form says, else as was signed last, else nobody in particular.</summary>
    public static string Who(IFormCollection form, HttpRequest request) => Line(form["who"], MaxWho) ?? Line(request.Cookies[CorrectionRoutes.WhoCookie], MaxWho) ?? Nobody;

    /// <summary>A report that stays where others are taken out: as ever, a story is told by one of its reports. So the split can be shown, and undone, at the story that was left. Null where none stays, or it cannot be told now.</summary>
    private static async Task<string?> StayingAsync(IEnumerable<CorrectionAnchor> taken, IStoryStore store, StoryPictures pictures, CancellationToken cancellation)
    {
        HashSet<string> going = [.. taken.Select(a => a.Report!)];
        try
        {
            return going.Count > 0 && await store.ReportAsync(going.First(), cancellation) is { } first && await pictures.NowAsync(first.Story, cancellation) is { } left
                ? left.Story.Reports.FirstOrDefault(r => !going.Contains(r.Id))?.Id
                : null;
        }
        catch (TimeoutException)
        {
            return null; // being weighed: the split does not wait for it
        }
    }

    private static (Correction?, string?) Checked(Correction entry)
    {
        // Named by its content and moment, as the command line does: a form that is sent twice at once is one entry.
        entry = entry with { Id = "k" + StableHash.Digest(CorrectionJson.Line(entry), 10) };
        return CorrectionRules.Fault(entry) is { } fault ? (null, char.ToUpperInvariant(fault[0]) + fault[1..] + ".") : (entry, null);
    }

    private static bool Word<T>(StringValues value, out T word) where T : struct, Enum =>
        Enum.TryParse(value, ignoreCase: true, out word) && Enum.IsDefined(word);

    private static string? Line(StringValues value, int most)
    {
        string line = Briefs.PlainText.OneLine(value.ToString()).Trim();
        return line.Length == 0 ? null : line.Length > most ? line[..most] : line;
    }
}

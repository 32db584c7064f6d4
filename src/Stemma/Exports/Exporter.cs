using System.Text;
using Stemma.Briefs.Rendering;
using Stemma.Weighing;

namespace Stemma.Exports;

/// <summary>Writes stories in the forms that other programs read.</summary>
/// <remarks>
/// Pure functions: the same picture gives the same bytes. Full texts of reports never leave by an export, only the words that are evidence; addresses that are not http or https
/// are left out; half characters (lone surrogates) become U+FFFD, one for one, so that offsets stay.
/// </remarks>
public static class Exporter
{
    /// <summary>The word for a format on the command line and in addresses.</summary>
    public static string Name(ExportFormat format) => format.ToString().ToLowerInvariant();

    /// <returns>Null where no format is called so.</returns>
    public static ExportFormat? Find(string name)
    {
        foreach (ExportFormat format in Enum.GetValues<ExportFormat>())
        {
            if (Name(format) == name)
                return format;
        }

        return null;
    }

    /// <summary>The media type, with its charset where it is a text type.</summary>
    public static string MediaType(ExportFormat format) => format switch
    {
        ExportFormat.JsonLd or ExportFormat.Prov => "application/ld+json",
        ExportFormat.Annotations => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
        ExportFormat.Claims => "application/jsonl",
        ExportFormat.Csv => "text/csv; charset=utf-8; header=present",
        ExportFormat.Stix => "application/stix+json;version=2.1",
        ExportFormat.Ninjs => "application/json",
        ExportFormat.Markdown => "text/markdown; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };

    /// <summary>Whether a format holds one story and no more.</summary>
    public static bool TakesOneStory(ExportFormat format) => format is ExportFormat.Ninjs;

    /// <param name="picture">Of one story or several; exactly one where <see cref="TakesOneStory"/> says so.</param>
    /// <exception cref="ArgumentException">Several stories for a format of one, or none.</exception>
    public static string Write(ExportFormat format, Picture picture, ExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (TakesOneStory(format) && picture.Stories.Length != 1)
            throw new ArgumentException($"{Name(format)} holds one story, not {picture.Stories.Length}.", nameof(picture));
        ExportNames names = new((options ?? ExportOptions.Default).Base);
        return format switch
        {
            ExportFormat.JsonLd => JsonLdExport.Write(picture.Stories, names),
            ExportFormat.Prov => ProvExport.Write(picture.Stories, names),
            ExportFormat.Annotations => AnnotationExport.Write(picture.Stories, names),
            ExportFormat.Claims => ClaimsExport.Write(picture.Stories),
            ExportFormat.Csv => CsvExport.Write(picture.Stories),
            ExportFormat.Stix => StixExport.Write(picture.Stories, names),
            ExportFormat.Ninjs => NinjsExport.Write(picture.Stories[0], names),
            ExportFormat.Markdown => Whole(MarkdownRenderer.Render(picture)),
            _ => Whole(HtmlRenderer.Render(picture)),
        };
    }

    private static string Whole(string text)
    {
        StringBuilder whole = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}

using System.Collections.Immutable;
using Stemma.Claims;
using Stemma.Reports;
using Stemma.Text;

namespace Stemma.Briefs.Rendering.Html;

/// <summary>A report's body in paragraphs, with passages marked.</summary>
/// <remarks>Passages overlap; so the text is cut at every place where one begins or ends, and each piece carries the marks of all that cover it.
/// Linear in the text and its passages but for sorting the cuts.</remarks>
internal sealed class MarkedText
{
    private readonly StoryPage page;
    private readonly string body;
    private readonly List<(TextSpan Span, int Point)> evidence;
    private readonly ImmutableArray<Assertion> assertions;
    private readonly SortedDictionary<int, Cut> cuts = [];

    public MarkedText(StoryPage page, Report report, List<(TextSpan Span, int Point)> evidence, ImmutableArray<Assertion> assertions)
    {
        this.page = page;
        body = report.Body;
        this.evidence = evidence;
        this.assertions = assertions;
        Lay(report.Id);
    }

    /// <summary>What changes at one offset.</summary>
    private sealed class Cut
    {
        public int Marks { get; set; }

        public int Said { get; set; }

        public int Hedges { get; set; }

        public bool Paragraph { get; set; }

        public SortedSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public SortedSet<int> Back { get; } = [];

        /// <summary>Statements of others that end here.</summary>
        public List<Assertion> Voices { get; } = [];
    }

    public void Write()
    {
        HtmlPage html = page.Html;
        int at = 0, marks = 0, said = 0, hedges = 0;
        html.Raw("<p>");
        foreach ((int offset, Cut cut) in cuts)
        {
            Piece(at, offset, marks, said, hedges);
            foreach (int point in cut.Back)
                html.Raw($"<a class=\"back\" href=\"#{page.PointId(point)}\" aria-label=\"Back to point {point}\">{point}</a>");
            foreach (Assertion voice in cut.Voices)
                Voice(voice);
            if (cut.Paragraph)
                html.Raw("</p>\n<p>");
            foreach (string id in cut.Ids)
                html.Raw($"<span class=\"at\" id=\"{id}\"></span>");
            marks += cut.Marks;
            said += cut.Said;
            hedges += cut.Hedges;
            at = offset;
        }

        Piece(at, body.Length, marks, said, hedges);
        html.Raw("</p>");
    }

    private void Piece(int start, int end, int marks, int said, int hedges)
    {
        if (end <= start)
            return;
        ReadOnlySpan<char> words = body.AsSpan(start, end - start);
        string tag = marks > 0 ? "mark" : said > 0 ? "span.said" : hedges > 0 ? "span" : "";
        if (tag.Length > 0)
            page.Html.Open(tag);
        if (hedges > 0)
            page.Html.Raw("<u>").Words(words).Raw("</u>");
        else
            page.Html.Words(words);
        if (tag.Length > 0)
            page.Html.Close(tag);
    }

    /// <summary>Who says what has just been read and how surely: on hover and focus beside the sign, in print in full; a link to the claim.</summary>
    private void Voice(Assertion assertion)
    {
        string note = HtmlText.Of(Sourcing.Voice(assertion));
        page.Html.Raw("<a class=\"voice\" href=\"#").Words(page.ClaimId(assertion.Claim)).Raw($"\" data-note=\"{note}\" aria-label=\"{note}\">›</a>");
    }

    private void Lay(string report)
    {
        foreach ((TextSpan span, int point) in evidence)
        {
            Add(report, span, c => c.Marks++, c => c.Marks--);
            if (span.End <= body.Length)
                At(span.End).Back.Add(point);
        }

        foreach (Assertion assertion in assertions)
        {
            Add(report, assertion.At.Span, c => c.Said++, c => c.Said--);
            if (!assertion.Attribution.IsEmpty && assertion.At.End <= body.Length)
                At(assertion.At.End).Voices.Add(assertion);
            foreach (ReportSpan hedge in assertion.Hedges)
            {
                if (hedge.End <= body.Length)
                {
                    At(hedge.Start).Hedges++;
                    At(hedge.End).Hedges--;
                }
            }
        }

        for (int i = body.IndexOf('\n', StringComparison.Ordinal); i >= 0 && i < body.Length; i = body.IndexOf('\n', i))
        {
            int next = i;
            while (next < body.Length && body[next] is '\n' or '\r')
                next++;
            At(i).Paragraph = true;
            i = next;
            if (i >= body.Length)
                break;
        }
    }

    private void Add(string report, TextSpan span, Action<Cut> open, Action<Cut> close)
    {
        if (span.End > body.Length || page.PassageId(ReportSpan.Of(report, body, span)) is not { } id)
            return;
        At(span.Start).Ids.Add(id);
        open(At(span.Start));
        close(At(span.End));
    }

    private Cut At(int offset)
    {
        if (!cuts.TryGetValue(offset, out Cut? cut))
            cuts.Add(offset, cut = new Cut());
        return cut;
    }
}

using System.Collections.Frozen;
using Stemma.Attributions;
using Stemma.Claims;
using Stemma.Language;
using Stemma.Weighing;

namespace Stemma.Briefs;

/// <summary>How much a claim or a sentence matters to the story as a whole.</summary>
/// <remarks>
/// An editor's measures: how many independent origins and outlets stand behind it, how high it stands in the reports, and how much it
/// speaks of what all of them speak of. The last is a word count over headlines and first paragraphs, as in LexRank's degree (Erkan and
/// Radev 2004), so that a claim matters even where reports word it so differently that they could not be joined.
/// </remarks>
internal sealed class Salience
{
    private const int LeadSentences = 3;
    private const double Colour = 0.9;
    private const double Comment = 0.6;
    private const double Superseded = 0.2;

    // Swept over the development cases.
    private const double LeastNewness = 0.15, MostNewness = 0.4, PerDay = 0.04;

    private readonly StoryMaterial material;
    private readonly FrozenDictionary<string, double> weights;
    private readonly double newness;
    private readonly Dictionary<string, double> known = new(StringComparer.Ordinal);

    public Salience(StoryMaterial material)
    {
        this.material = material;
        newness = NewnessOf(material);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (DatedReport report in material.Reports)
        {
            HashSet<string> lead = [.. Words.Content(report.Report.Headline)];
            int sentences = Math.Min(LeadSentences, report.Annotation.Language.Sentences.Length);
            for (int i = 0; i < sentences; i++)
                lead.UnionWith(Words.Content(report.Annotation.Language.Sentences[i].Span.In(report.Report.Body)));
            foreach (string word in lead)
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        double all = Math.Max(1, material.Reports.Length);
        weights = counts.ToFrozenDictionary(c => c.Key, c => c.Value / all, StringComparer.Ordinal);
    }

    /// <summary>What being in the latest report counts: the longer an affair goes on, the less is news of what only its first days said.</summary>
    private static double NewnessOf(StoryMaterial material) =>
        material.Reports.Select(r => r.Report.Published?.Day).OfType<DateOnly>().ToArray() is { Length: > 1 } days ? Math.Clamp(PerDay * (days.Max().DayNumber - days.Min().DayNumber), LeastNewness, MostNewness) : LeastNewness;

    /// <summary>How much the words speak of what the leads speak of: 0 to 1, rising with the number of shared words.</summary>
    public double Centrality(FrozenSet<string> content)
    {
        if (content.Count == 0)
            return 0;
        double sum = content.Sum(w => weights.GetValueOrDefault(w));
        // The root keeps long sentences from winning by length alone; 2.5 brings a typical lead near 1.
        return Math.Min(1, sum / Math.Sqrt(content.Count) / 2.5);
    }

    /// <summary>How much a word says about the story, 0.15 for one that no lead has to 1.15 for one that all have.</summary>
    public double WeightOf(string word) => 0.15 + weights.GetValueOrDefault(word);

    /// <returns>0 to about 6; comparable within one story only.</returns>
    /// <remarks>Each section asks for all claims: kept, so that a salience is not safe from many threads.</remarks>
    public double Of(Claim claim)
    {
        if (!known.TryGetValue(claim.Id, out double salience))
            known.Add(claim.Id, salience = Weigh(claim));
        return salience;
    }

    private double Weigh(Claim claim)
    {
        double best = 0, central = 0;
        int latest = 0;
        bool confirms = false, plain = false, attributed = false, retoldOnly = true, anchored = false, comment = true;
        HashSet<string> leads = new(StringComparer.Ordinal);
        foreach (Assertion assertion in material.AssertionsOf(claim))
        {
            if (material.SentenceOf(assertion) is not { } sentence)
                continue;
            best = Math.Max(best, sentence.Prominence);
            plain |= sentence.Text[0] is not ('"' or '“' or '‘');
            latest = Math.Max(latest, sentence.ReportIndex);
            anchored |= IsAnchored(sentence);
            comment &= (sentence.Words.Any(w => w is "we" or "us" or "our") && SentenceShape.SpeaksAsOutlet(sentence))
                // "You" to the reader, "here" of somebody on the spot: a column, a scene.
                || (assertion.Attribution.IsEmpty && sentence.Words.Any(w => w is "you" or "your" || (w is "here" && !Names(sentence))) && !sentence.Text.ContainsAny('"', '“'));
            confirms |= assertion.Stance == Stance.Confirms;
            attributed |= assertion.Attribution.Length > 0;
            retoldOnly &= material.Retellings.Contains(assertion.Report);
            central = Math.Max(central, Centrality(sentence.Content));
            if (sentence.Index < LeadSentences)
                leads.Add(assertion.Report);
        }

        double score = 0.6 * Math.Log2(1 + claim.Support.Outlets)
            + 0.4 * Math.Log2(1 + claim.Support.OriginsAtMost)
            + best
            + 1.4 * central
            + (0.8 * leads.Count / Math.Max(1, material.Reports.Length));
        score += confirms ? 0.4 : 0;
        // What only a copy says, on nobody's word, is the copyist's colour or mistake.
        score *= retoldOnly && !attributed ? 0.3 : 1;
        // What stands only in a quotation is mostly somebody's view of the matter.
        score *= plain ? 1 : 0.5;
        // One report's own words that name nothing and count nothing are mostly scene and colour.
        score *= anchored || attributed || claim.Support.Reports > 1 ? 1 : Colour;
        score *= comment ? Comment : 1;
        score *= Weight(claim.Kind);
        // What the latest reports still say counts for more than what only the first said.
        score *= 1 - newness + (newness * (latest + 1) / Math.Max(1, material.Reports.Length));
        score *= claim.Status switch
        {
            ClaimStatus.Confirmed => 1.1,
            ClaimStatus.Disputed => 0.9,
            ClaimStatus.Denied or ClaimStatus.Withdrawn => 0.2,
            _ => 1,
        };
        return material.IsSuperseded(claim.Id) ? score * Superseded : score;
    }

    private static bool Names(StorySentence sentence) =>
        sentence.Report.Annotation.Language.Entities.Any(e => e.Kind is EntityKind.Person or EntityKind.Organisation && sentence.Span.Contains(e.Span));

    /// <summary>Whether the sentence names a person, body or place, gives a figure or a time, and does not mock what it names ("so-called").</summary>
    private static bool IsAnchored(StorySentence sentence) =>
        !sentence.Words.Contains("so-called")
        && (sentence.Report.Annotation.Language.Entities.Any(e => sentence.Span.Contains(e.Span))
            || sentence.Report.Annotation.Quantities.Any(q => sentence.Span.Contains(q.Span))
            || sentence.Report.Times.Any(t => sentence.Span.Contains(t.Span)));

    private static double Weight(ClaimKind kind) => kind switch
    {
        ClaimKind.Event => 1,
        ClaimKind.Quantity => 1,
        ClaimKind.State => 0.9,
        ClaimKind.Plan => 0.9,
        ClaimKind.Opinion => 0.45,
        _ => 0.4,
    };
}

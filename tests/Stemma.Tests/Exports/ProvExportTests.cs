using Stemma.Exports;
using Stemma.Lineages;
using Stemma.Tests.Briefs;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

public sealed class ProvExportTests
{
    private const string Prov = "http://www.w3.org/ns/prov#";

    /// <summary>Domain and range of the properties that are written (PROV-O, 3): E entity, A agent, V activity, D derivation, L literal.</summary>
    private static readonly Dictionary<string, (char Domain, char Range)> Rules = new()
    {
        ["used"] = ('V', 'E'),
        ["wasAssociatedWith"] = ('V', 'A'),
        ["endedAtTime"] = ('V', 'L'),
        ["wasAttributedTo"] = ('E', 'A'),
        ["wasDerivedFrom"] = ('E', 'E'),
        ["wasQuotedFrom"] = ('E', 'E'),
        ["hadPrimarySource"] = ('E', 'E'),
        ["wasGeneratedBy"] = ('E', 'V'),
        ["alternateOf"] = ('E', 'E'),
        ["qualifiedDerivation"] = ('E', 'D'),
        ["entity"] = ('D', 'E'),
        ["generatedAtTime"] = ('E', 'L'),
        ["invalidatedAtTime"] = ('E', 'L'),
        ["value"] = ('E', 'L'),
    };

    [Fact]
    public void Every_statement_fits_the_ontology()
    {
        foreach (Picture picture in new[] { ExportStories.Avalanche, ExportStories.Reviewed(null) })
        {
            var triples = Triples.Of(Exporter.Write(ExportFormat.Prov, picture));
            ILookup<string, char> kinds = triples.Where(t => t.Predicate == "a").SelectMany(t => Kinds(t.Object).Select(k => (t.Subject, k))).ToLookup(t => t.Subject, t => t.k);
            Assert.All(triples.Where(t => t.Predicate.StartsWith(Prov, StringComparison.Ordinal)), t =>
            {
                (char domain, char range) = Rules[t.Predicate[Prov.Length..]];
                Assert.Contains(domain, kinds[t.Subject]);
                if (range == 'L')
                    Assert.StartsWith("\"", t.Object, StringComparison.Ordinal);
                else
                    Assert.Contains(range, kinds[t.Object]);
            });
            // PROV-Constraints: nothing is both an entity and an activity, and nothing rests on itself.
            Assert.All(kinds, k => Assert.False(k.Contains('E') && k.Contains('V')));
            Assert.All(triples, t => Assert.NotEqual(t.Subject, t.Object));
        }
    }

    [Fact]
    public void The_lineage_is_all_there()
    {
        Story story = ExportStories.Avalanche.Stories[0];
        var triples = Triples.Of(Exporter.Write(ExportFormat.Prov, ExportStories.Avalanche));
        Assert.NotEmpty(story.Lineage);
        HashSet<string> reports = [.. story.Reports.Select(r => r.Id)];
        foreach (Derivation derivation in story.Lineage.Where(d => reports.Contains(d.To)))
            Assert.Contains(("urn:stemma:report:" + derivation.From, Prov + "wasDerivedFrom", "urn:stemma:report:" + derivation.To), triples);
        Assert.Equal(story.Lineage.Count(d => reports.Contains(d.To)), triples.Count(t => t.Object == Prov + "Derivation"));
    }

    [Fact]
    public void A_quote_is_quoted_from_its_report_and_is_its_speakers()
    {
        StoryQuote quote = ExportStories.Avalanche.Stories[0].Quotes.First(q => q.Speaker is not null);
        var triples = Triples.Of(Exporter.Write(ExportFormat.Prov, ExportStories.Avalanche));
        string name = Assert.Single(triples, t => t.Predicate == Prov + "wasQuotedFrom" && t.Subject.EndsWith(Uri.EscapeDataString(quote.Id), StringComparison.Ordinal)).Subject;
        Assert.Contains((name, Prov + "value", $"\"{quote.Text}\""), triples);
        string speaker = Assert.Single(triples, t => t.Subject == name && t.Predicate == Prov + "wasAttributedTo").Object;
        Assert.Contains((speaker, "https://schema.org/name", $"\"{quote.Speaker}\""), triples);
    }

    [Fact]
    public void Of_a_day_only_the_day_is_said()
    {
        var triples = Triples.Of(Exporter.Write(ExportFormat.Prov, InventedStory.Picture()));
        Assert.Contains(("urn:stemma:report:r-radio", Prov + "generatedAtTime", "\"2031-02-04\"^^http://www.w3.org/2001/XMLSchema#date"), triples);
        Assert.Contains(("urn:stemma:report:r-wire", Prov + "generatedAtTime", "\"2031-02-03T20:10:00Z\"^^http://www.w3.org/2001/XMLSchema#dateTime"), triples);
    }

    private static string Kinds(string type) => type switch
    {
        Prov + "Entity" => "E",
        Prov + "Agent" or Prov + "Person" or Prov + "Organization" or Prov + "SoftwareAgent" => "A",
        Prov + "Activity" => "V",
        Prov + "Derivation" => "D",
        _ => "",
    };
}

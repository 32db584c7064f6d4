using Stemma.Claims;
using Stemma.Exports;
using Stemma.Tests.Briefs;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

public sealed class JsonLdExportTests
{
    private const string Schema = "https://schema.org/";

    /// <summary>What schema.org (29.0) lets each type have, of what is written.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["CreativeWork"] = ["name", "temporalCoverage", "hasPart"],
        ["NewsArticle"] =
        [
            "headline", "alternativeHeadline", "url", "datePublished", "dateModified", "inLanguage", "dateline", "author", "publisher", "creditText", "correction", "creativeWorkStatus", "isBasedOn", "citation", "isPartOf",
        ],
        ["NewsMediaOrganization"] = ["name"],
        ["Organization"] = ["name"],
        ["Person"] = ["name"],
        ["CorrectionComment"] = ["text"],
        ["Claim"] = ["name", "text", "datePublished", "author", "citation", "firstAppearance", "appearance", "creativeWorkStatus", "isPartOf"],
        ["ClaimReview"] = ["url", "claimReviewed", "itemReviewed", "author", "datePublished", "reviewBody", "reviewRating"],
        ["Rating"] = ["alternateName", "reviewAspect"],
    };

    [Fact]
    public void Every_thing_has_a_type_and_only_what_that_type_may_have()
    {
        foreach (Picture picture in new[] { ExportStories.Avalanche, ExportStories.Reviewed("True"), InventedStory.Picture() })
        {
            var triples = Triples.Of(Exporter.Write(ExportFormat.JsonLd, picture), Schema);
            ILookup<string, string> types = triples.Where(t => t.Predicate == "a").ToLookup(t => t.Subject, t => t.Object[Schema.Length..]);
            Assert.All(triples.Where(t => t.Predicate.StartsWith(Schema, StringComparison.Ordinal)), t =>
                Assert.Contains(t.Predicate[Schema.Length..], types[t.Subject].SelectMany(type => Known[type])));
            // Whatever is referred to is there, but for items that are not at hand.
            Assert.All(triples.Where(t => t.Predicate != "a" && t.Object[0] != '"' && !t.Object.Contains("o-item-", StringComparison.Ordinal)), t => Assert.NotEmpty(types[t.Object]));
        }
    }

    [Fact]
    public void A_claim_names_where_it_stood_first_and_where_else()
    {
        Picture picture = ExportStories.Avalanche;
        var triples = Triples.Of(Exporter.Write(ExportFormat.JsonLd, picture), Schema);
        Story story = picture.Stories[0];
        foreach (Claim claim in story.Claims)
        {
            string name = $"urn:stemma:story:{story.Id}:claim:{claim.Id}";
            string first = Assert.Single(triples, t => t.Subject == name && t.Predicate == Schema + "firstAppearance").Object;
            string[] all = [.. triples.Where(t => t.Subject == name && t.Predicate == Schema + "appearance").Select(t => t.Object)];
            Assert.Equal("urn:stemma:report:" + claim.FirstReported.Report, first);
            Assert.Contains(first, all);
            Assert.Equal(story.Assertions.Where(a => a.Claim == claim.Id).Select(a => "urn:stemma:report:" + a.Report).Distinct().Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Nothing_is_rated_where_no_person_did()
    {
        Assert.DoesNotContain("ClaimReview", Exporter.Write(ExportFormat.JsonLd, ExportStories.Avalanche), StringComparison.Ordinal);
        Assert.DoesNotContain("Rating", Exporter.Write(ExportFormat.JsonLd, InventedStory.Picture()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Half true", "Half true", false)]
    [InlineData(null, "accepted", true)]
    public void A_persons_verdict_is_a_review_in_that_persons_name(string? words, string rating, bool aspect)
    {
        var triples = Triples.Of(Exporter.Write(ExportFormat.JsonLd, ExportStories.Reviewed(words)), Schema);
        string review = Assert.Single(triples, t => t.Object == Schema + "ClaimReview").Subject;
        Assert.Equal("urn:stemma:story:story-1:claim:c2", One(review, "itemReviewed"));
        Assert.Equal("\"Ana Reviewer\"", One(One(review, "author"), "name"));
        Assert.Equal("\"2031-02-05T08:00:00Z\"", One(review, "datePublished"));
        Assert.Equal($"\"{rating}\"", One(One(review, "reviewRating"), "alternateName"));
        Assert.Equal(aspect, triples.Any(t => t.Predicate == Schema + "reviewAspect"));

        string One(string subject, string predicate) => Assert.Single(triples, t => t.Subject == subject && t.Predicate == Schema + predicate).Object;
    }

    [Fact]
    public void Who_denies_a_claim_is_not_its_author()
    {
        var triples = Triples.Of(Exporter.Write(ExportFormat.JsonLd, InventedStory.Picture()), Schema);
        Assert.Equal(["urn:stemma:story:story-1:origin:o2"], triples.Where(t => t.Subject.EndsWith(":c3", StringComparison.Ordinal) && t.Predicate == Schema + "author").Select(t => t.Object));
    }
}

using Stemma.Annotations;
using Stemma.Briefs;
using Stemma.Reports;
using Stemma.Times;
using Stemma.Weighing;

namespace Stemma.Tests.Briefs;

/// <summary>Single sentences, cut to stand alone.</summary>
public sealed class PointComposerTests
{
    private static readonly Annotator Annotator = new();
    private static readonly TimeResolver Resolver = new();

    [Theory]
    [InlineData("But the harbour stayed open for small boats.", "The harbour stayed open for small boats.")]
    [InlineData("However, the harbour stayed open for small boats.", "The harbour stayed open for small boats.")]
    [InlineData("Still water covered the lower harbour all night.", "Still water covered the lower harbour all night.")]
    [InlineData("15.10 Divers reached the sunken barge in the harbour.", "Divers reached the sunken barge in the harbour.")]
    [InlineData("3. Divers reached the sunken barge in the harbour.", "Divers reached the sunken barge in the harbour.")]
    [InlineData("Yet the harbour stayed open for small boats.", "The harbour stayed open for small boats.")]
    [InlineData("Yet another barge sank in the harbour.", "Yet another barge sank in the harbour.")]
    [InlineData("The harbour master also said that two cranes fell.", "The harbour master said that two cranes fell.")]
    [InlineData("The divers, however, found nothing in the barge.", "The divers found nothing in the barge.")]
    [InlineData("THE HARBOUR COUNCIL HAS closed the old pier.", "The Harbour Council has closed the old pier.")]
    [InlineData("The crew called the boat `` a coffin '' at sea.", "The crew called the boat “a coffin” at sea.")]
    [InlineData("The harbour stayed  open for small boats", "The harbour stayed open for small boats.")]
    public void A_sentence_stands_alone_without_what_tied_it_to_others(string sentence, string expected) =>
        Assert.Equal(expected, Compose(sentence, 0)?.Text);

    [Fact]
    public void A_pronoun_that_nothing_resolves_brings_the_sentence_before_it_along() =>
        Assert.Equal(
            "The barge sank near the lighthouse. It had carried gravel for the new pier.",
            Compose("The barge sank near the lighthouse. It had carried gravel for the new pier.", 1)?.Text);

    [Fact]
    public void A_pronoun_that_points_forward_needs_nothing_before_it() =>
        Assert.Equal(
            "It was not immediately clear who owned the barge.",
            Compose("The barge sank near the lighthouse. It was not immediately clear who owned the barge.", 1)?.Text);

    [Theory]
    [InlineData("Who owned the barge that sank in the harbour?")]
    [InlineData("What we know so far about the barge:")]
    [InlineData("Too short.")]
    [InlineData("Updated 11/27/2005 3:41 PM by the harbour office.")]
    [InlineData("Harbour report 51 | Period covered: 3-6 July | The office is open.")]
    [InlineData("The council wanted more money for his people in Varrow.")]
    public void What_states_nothing_makes_no_point(string sentence) => Assert.Null(Compose(sentence, 0));

    [Fact]
    public void A_long_sentence_loses_what_only_adds_and_keeps_whose_word_it_is()
    {
        const string Long = "The barge sank because its hatches had been left open during loading, the harbour master Tove Lind said on Tuesday, "
            + "while the crew of the tug Albatross, which had been called from the neighbouring port of Varrow to help with the lifting of the deck cargo, "
            + "was still on its way through the narrow channel between the two islands";
        string text = Compose(Long + ".", 0)!.Text;
        Assert.StartsWith("The barge sank because its hatches had been left open during loading, the harbour master Tove Lind said", text, StringComparison.Ordinal);
        Assert.True(text.Length <= PointComposer.MaxLength);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_outlets_own_first_person_is_given_its_name() =>
        Assert.Equal("Varrow Post: We counted nine cranes on the quay.", Compose("We counted nine cranes on the quay.", 0)?.Text);

    [Fact]
    public void Yesterday_gets_its_day() =>
        Assert.Contains("yesterday [4 March]", Compose("The barge sank yesterday near the old lighthouse.", 0)!.Text, StringComparison.Ordinal);

    private static PointComposer.Composed? Compose(string body, int sentence)
    {
        Annotation annotation = Annotator.Annotate(body);
        Report report = new()
        {
            Id = "r1",
            Input = "barge.txt",
            Url = null,
            Outlet = "Varrow Post",
            Agencies = [],
            Authors = [],
            Dateline = null,
            Published = new ReportTime(new DateOnly(2031, 3, 5)),
            PublishedBasis = PublishedBasis.Metadata,
            Updated = null,
            Notes = [],
            Headline = null,
            Body = body,
            Links = [],
            Language = "en",
        };
        DatedReport dated = new(report, annotation, Resolver.Resolve(annotation.Times, report.Published?.Day));
        return PointComposer.Compose(new StorySentence(dated, 0, sentence, []), null);
    }
}

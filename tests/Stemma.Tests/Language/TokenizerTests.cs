using Stemma.Language;

namespace Stemma.Tests.Language;

public sealed class TokenizerTests
{
    private static readonly LanguageEngine Engine = new();

    [Theory]
    [InlineData("They don't know.", "They|do|n't|know|.")]
    [InlineData("Marwick’s aunt can’t, and we'd better.", "Marwick|’s|aunt|ca|n’t|,|and|we|'d|better|.")]
    [InlineData("She cannot swim.", "She|can|not|swim|.")]
    [InlineData("the workers' union", "the|workers|'|union")]
    [InlineData("a 60-hour, state-run strike", "a|60|-|hour|,|state|-|run|strike")]
    [InlineData("a non-human e-mail", "a|non-human|e-mail")]
    [InlineData("Oslo-based Park Min-ji left", "Oslo|-|based|Park|Min-ji|left")]
    [InlineData("It cost $3.5 million (10%).", "It|cost|$|3.5|million|(|10|%|)|.")]
    [InlineData("2,500 people at 6:30", "2,500|people|at|6:30")]
    [InlineData("at 5pm, 20km off", "at|5|pm|,|20|km|off")]
    [InlineData("the 1990s, the 21st", "the|1990s|,|the|21st")]
    [InlineData("from 2010-2015", "from|2010|-|2015")]
    [InlineData("Call 555-0134-22.", "Call|555-0134-22|.")]
    [InlineData("U.S.-led talks", "U.S.|-|led|talks")]
    [InlineData("No. 10 said no.", "No.|10|said|no|.")]
    [InlineData("Mr. J. Orlin of Vantor Inc. left", "Mr.|J.|Orlin|of|Vantor|Inc.|left")]
    [InlineData("see https://news.example/a-b?c=1, now", "see|https://news.example/a-b?c=1|,|now")]
    [InlineData("mail desk@paper.example.", "mail|desk@paper.example|.")]
    [InlineData("“Stop!” he said…", "“|Stop|!|”|he|said|…")]
    [InlineData("talks—again—failed", "talks|—|again|—|failed")]
    [InlineData("wait... what?!", "wait|...|what|?!")]
    [InlineData("10\u00A0km\u00A0away", "10|km|away")]
    [InlineData("PG&E and AT&T", "PG&E|and|AT&T")]
    [InlineData("ship 😀 ok", "ship|😀|ok")]
    public void Words_are_cut_as_universal_dependencies_cuts_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Engine.Analyse(text).Tokens.Select(t => t.Span.In(text).ToString())));

    [Fact]
    public void A_token_says_whether_space_stands_before_it()
    {
        LinguisticText read = Engine.Analyse("Don't go.");
        Assert.Equal([true, false, true, false], read.Tokens.Select(t => t.SpaceBefore));
    }
}

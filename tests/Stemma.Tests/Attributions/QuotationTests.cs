using System.Collections.Immutable;
using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("\"It sank,\" he said.", "It sank,")]
    [InlineData("“It sank,” he said. “All of it.”", "It sank,|All of it.")]
    [InlineData("‘It sank,’ he said.", "It sank,")]
    [InlineData("He said: 'It sank in minutes.'", "It sank in minutes.")]
    [InlineData("The workers' union met in the '90s and isn't gone.", "")]
    [InlineData("The miners’ union didn’t meet.", "")]
    [InlineData("“She told me ‘run’ and I ran,” he said.", "She told me ‘run’ and I ran,")]
    [InlineData("«It sank,» he said.", "It sank,")]
    [InlineData("“It sank. \n\n“We swam,” he said.", "It sank. \n\n“We swam,")]
    [InlineData("“It sank.\n\nThe crew swam.", "It sank.")]
    [InlineData("The 6\" pipe broke.", "")]
    public void Words_between_marks_are_found(string text, string expected)
    {
        ImmutableArray<QuotedPassage> quotes = Read.Layer(text).Quotes;
        Assert.Equal(expected, string.Join('|', quotes.Select(q => q.Span.In(text).ToString())));
    }

    [Theory]
    [InlineData("\"It sank,\" said Irena Holm. \"We swam.\"", "Irena Holm", "Irena Holm")]
    [InlineData("The ship, known as \"the tub\", sank by the \"bow\".", null, null)]
    [InlineData("Irena Holm called it \"a mess\".", "Irena Holm")]
    [InlineData("Irena Holm was late. \"It sank,\" she said.\n\n\"We swam for an hour.\"", "Irena Holm", "Irena Holm")]
    [InlineData("\"It sank,\" Irena Holm said.\n\nThe town has a \"golden mile\" of hotels.", "Irena Holm", null)]
    public void Each_quotation_has_its_speaker_or_none(string text, params string?[] speakers) =>
        Assert.Equal(speakers, Read.Layer(text).Quotes.Select(q => q.Speaker));
}

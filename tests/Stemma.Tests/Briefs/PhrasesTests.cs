using Stemma.Briefs;

namespace Stemma.Tests.Briefs;

public sealed class PhrasesTests
{
    private static readonly Phrases NotKnown = Phrases.Read("Briefs/NotKnown.en.tsv");

    [Theory]
    [InlineData("It wasn’t immediately clear who had called.", "open")]
    [InlineData("The cause of the leak is under investigation.", "open")]
    [InlineData("The claim could not be independently verified.", "unproven")]
    [InlineData("The ministry declined to comment.", "silent")]
    public void A_phrase_is_found_with_its_kind(string sentence, string kind) =>
        Assert.Contains(kind, NotKnown.In(Words.Of(sentence)));

    [Theory]
    [InlineData("The sky was clear over the harbour.")]
    [InlineData("Everybody knows the song.")]
    public void Words_that_state_something_are_not_taken_for_silence(string sentence) => Assert.Empty(NotKnown.In(Words.Of(sentence)));

    [Fact]
    public void Words_of_a_phrase_begin_no_second_one() =>
        Assert.DoesNotContain("open", NotKnown.In(Words.Of("The clerk had been under investigation for a year.")));

    [Theory]
    [InlineData("The two men were arrested on Monday.", "Two men arrested", 1.0)]
    [InlineData("The bridge was closed.", "Grain prices doubled.", 0.0)]
    public void Overlap_counts_the_shorter_ones_content_words(string a, string b, double share) =>
        Assert.Equal(share, Words.Overlap(Words.Content(a), Words.Content(b)));
}

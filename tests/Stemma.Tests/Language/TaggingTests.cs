using Stemma.Language;

namespace Stemma.Tests.Language;

public sealed class TaggingTests
{
    private static readonly LanguageEngine Engine = new();

    [Theory]
    [InlineData("The minister has resigned.", "DT NN VBZ VBN .")]
    [InlineData("THE MINISTER HAS RESIGNED.", "DT NN VBZ VBN .")]
    [InlineData("She said the ships would leave on Monday.", "PRP VBD DT NNS MD VB IN NNP .")]
    [InlineData("Police did not find any survivors.", "NNS VBD RB VB DT NNS .")]
    public void Words_get_penn_tags_whatever_their_case(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Engine.Analyse(text).Tokens.Select(t => t.Xpos)));

    [Theory]
    [InlineData("He was told that they knew.", "he be tell that they know .")]
    [InlineData("Ministries denied having bought the worst knives.", "ministry deny have buy the bad knife .")]
    [InlineData("Officials were stopping lorries.", "official be stop lorry .")]
    [InlineData("Ilse Tarn didn't go.", "Ilse Tarn do not go .")]
    public void Words_get_their_dictionary_form_and_names_keep_theirs(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Engine.Analyse(text).Tokens.Select(t => t.Lemma)));

    [Fact]
    public void An_auxiliary_is_told_from_a_verb()
    {
        LinguisticText read = Engine.Analyse("They have had two houses.");
        Assert.Equal([Upos.Pron, Upos.Aux, Upos.Verb, Upos.Num, Upos.Noun, Upos.Punct], read.Tokens.Select(t => t.Upos));
    }
}

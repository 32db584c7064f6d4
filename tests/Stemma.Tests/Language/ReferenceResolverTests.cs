using Stemma.Language;

namespace Stemma.Tests.Language;

public sealed class ReferenceResolverTests
{
    private static readonly LanguageEngine Engine = new();
    private static readonly ReferenceResolver Resolver = new();

    [Theory]
    [InlineData("Finance Minister Jorun Vale resigned on Monday. She gave no reason.", "She", "Jorun Vale")]
    [InlineData("Spokesman Rutger Holm denied it. \"We were never told,\" he said.", "he", "Rutger Holm")]
    [InlineData("Ilse Tarn met Pieter Brandt in Delmouth. She said he would stay.", "She", "Ilse Tarn")]
    [InlineData("Spokeswoman Ilse Tarn left at noon. She called a lawyer. Then she flew home.", "she", "Ilse Tarn")]
    [InlineData("Rutger Holm, who was on board, survived.", "who", "Rutger Holm")]
    [InlineData("The Talmere Transport Agency closed the road. It gave no date.", "It", "Talmere Transport Agency")]
    [InlineData("Rutger Holm sold his house in May.", "his", "Rutger Holm")]
    [InlineData("Rutger Holm shot himself in the foot.", "himself", "Rutger Holm")]
    [InlineData("The mayor, Ilse Tarn, opened the bridge. Her deputy stayed away.", "Her", "Ilse Tarn")]
    [InlineData("Rutger Holm told reporters: \"I saw the fire.\"", "I", "Rutger Holm")]
    public void A_pronoun_stands_for_the_name_a_reader_would_take(string text, string pronoun, string name) =>
        Assert.Equal(name, Resolve(text, pronoun)?.Name);

    [Fact]
    public void Who_speaks_inside_a_quotation_is_its_speaker()
    {
        const string Text = "\"I never saw the letter,\" said Ilse Tarn, the mayor.";
        LinguisticText read = Engine.Analyse(Text);
        Assert.Equal("Ilse Tarn", Resolver.Resolve(read).Name(1)?.Name);
    }

    [Fact]
    public void A_name_is_joined_to_the_fuller_one_before_it()
    {
        const string Text = "Rutger Holm left on Monday. On Friday Holm came back.";
        LinguisticText read = Engine.Analyse(Text);
        int again = Enumerable.Range(0, read.Tokens.Length).Last(i => read.Tokens[i].Span.In(Text) is "Holm");
        Assert.InRange(Resolver.Resolve(read).Antecedent(again), 0, 1);
    }

    [Fact]
    public void Of_two_people_of_one_family_a_form_of_address_tells()
    {
        const string Text = "Mrs. Anna Holm and Mr. Peter Holm left on Monday. Mrs. Holm called a taxi.";
        LinguisticText read = Engine.Analyse(Text);
        int again = Enumerable.Range(0, read.Tokens.Length).Last(i => read.Tokens[i].Span.In(Text) is "Holm");
        Assert.Equal("Anna Holm", Resolver.Resolve(read).Name(again)?.Name);
    }

    [Theory]
    [InlineData("He gave no reason.", "He")]
    [InlineData("Spokeswoman Ilse Tarn left. He stayed.", "He")]
    [InlineData("It was dark. It rained.", "It")]
    [InlineData("When she arrived in Delmouth, Ilse Tarn called the police.", "she")] // looks back only: a name that follows is not guessed at
    public void It_says_nothing_where_nobody_stands_out(string text, string pronoun) => Assert.Null(Resolve(text, pronoun));

    private static EntityMention? Resolve(string text, string pronoun)
    {
        LinguisticText read = Engine.Analyse(text);
        int token = Enumerable.Range(0, read.Tokens.Length).Last(i => read.Tokens[i].Span.In(text).SequenceEqual(pronoun));
        return Resolver.Resolve(read).Name(token);
    }
}

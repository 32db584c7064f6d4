using Stemma.Language;

namespace Stemma.Tests.Language;

public sealed class NamesTests
{
    /// <summary>With the trained names, and as a build without research data would do.</summary>
    private static readonly LanguageEngine[] Engines = [new(), new(new LanguageOptions { NameModel = false })];

    [Theory]
    [InlineData("Harbour Safety Board spokeswoman Ilse Tarn said so. Tarn added nothing.", "Ilse Tarn=Person:Ilse Tarn", "Tarn=Person:Ilse Tarn")]
    [InlineData("Ms. Tarn left. Later Ilse Tarn came back.", "Tarn=Person:Ilse Tarn")]
    [InlineData("The Varda Central News Agency (VCNA) said so. VCNA gave no source.", "Varda Central News Agency=Organisation:Varda Central News Agency", "VCNA=Organisation:Varda Central News Agency")]
    [InlineData("The Ministry of Transport of Talmere said the road was shut.", "Ministry of Transport of Talmere=Organisation:Ministry of Transport of Talmere")]
    [InlineData("The case went to the Office of the Prosecutor on Monday.", "Office of the Prosecutor=Organisation:Office of the Prosecutor")]
    [InlineData("North Korea's army and the UK's navy met.", "North Korea=Place:North Korea", "UK=Place:United Kingdom")]
    [InlineData("DELMOUTH, Oct. 3 (Wire) - Two people died in Delmouth.", "Delmouth=Place:Delmouth")]
    [InlineData("Talmere's capital was calm. Nobody in Talmere spoke.", "Talmere=Place:Talmere")]
    [InlineData("\"No,\" said Oda Brisk, chief economist at Pellworth Securities.", "Oda Brisk=Person:Oda Brisk", "Pellworth Securities=Organisation:Pellworth Securities")]
    [InlineData("Rutger Holm, 41, was on board.", "Rutger Holm=Person:Rutger Holm")]
    [InlineData("Finance Minister Jorun Vale resigned on Tuesday.", "Jorun Vale=Person:Jorun Vale")]
    [InlineData("Nurses at Saint Ebba's Hospital in Talmere said so.", "Saint Ebba's Hospital=Organisation:Saint Ebba's Hospital", "Talmere=Place:Talmere")]
    [InlineData("The ferry Santa Brune sank. The Santa Brune was old.", "Santa Brune=Other:Santa Brune")]
    [InlineData("It breaks the Harbour Safety Act of 1998.", "Harbour Safety Act=Other:Harbour Safety Act")]
    [InlineData("Talmere closed its border. A Talmeran officer said so in Talmere.", "Talmeran=Other:Talmeran")]
    [InlineData("President Han Sung-ho met Lee Mi-ra. Han Sung Ho left.", "Han Sung Ho=Person:Han Sung-ho")]
    public void Names_are_found_told_apart_and_joined(string text, params string[] expected)
    {
        foreach (LanguageEngine engine in Engines)
        {
            string[] found = [.. engine.Analyse(text).Entities.Select(e => $"{e.Span.In(text)}={e.Kind}:{e.Name}")];
            Assert.All(expected, e => Assert.Contains(e, found));
        }
    }

    [Theory]
    [InlineData("Harbour Safety Board spokeswoman Ilse Tarn said so. Tarn added nothing.", "Tarn", "Harbour Safety Board spokeswoman", true)]
    [InlineData("Finance Minister Jorun Vale resigned.", "Jorun Vale", "Finance Minister", null)]
    [InlineData("\"No,\" said Oda Brisk, chief economist at Pellworth Securities.", "Oda Brisk", "chief economist at Pellworth Securities", null)]
    [InlineData("Rutger Holm, 41, a school cook, was on board.", "Rutger Holm", "school cook", null)]
    [InlineData("Mr. Holm spoke. Jorun Holm left.", "Holm", null, false)]
    [InlineData("Jorun Vale resigned. She gave no reason.", "Jorun Vale", null, true)]
    public void People_have_their_roles_and_sex_throughout_the_report(string text, string words, string? role, bool? female)
    {
        foreach (LanguageEngine engine in Engines)
        {
            EntityMention person = engine.Analyse(text).Entities.First(e => e.Span.In(text).SequenceEqual(words));
            Assert.Equal(role, person.Role);
            Assert.Equal(female, person.Female);
        }
    }

    [Fact]
    public void Two_people_of_one_surname_are_told_apart_by_their_title()
    {
        const string Text = "Ilse Tarn and her husband Pieter Tarn sailed. Mrs. Tarn survived. Mr. Tarn did not.";
        string[] names = [.. Engines[0].Analyse(Text).Entities.Select(e => e.Name)];
        Assert.Equal(["Ilse Tarn", "Pieter Tarn", "Ilse Tarn", "Pieter Tarn"], names);
    }

    [Fact]
    public void A_common_word_that_only_opens_a_sentence_is_no_name() =>
        Assert.DoesNotContain(Engines[0].Analyse("Buses ran late. Voting ended at noon. Fourteen people were hurt.").Entities, e => e.Span.Length > 0);

    [Fact]
    public void Days_and_months_are_no_names()
    {
        Assert.Empty(Engines[0].Analyse("It happened on Monday, in March, and again on Sept. 3.").Entities);
    }

    [Fact]
    public void No_name_begins_with_an_article() =>
        Assert.All(
            Engines.SelectMany(e => e.Analyse("The Talmere Gazette and the Harbour Safety Board met the Mayor.").Entities),
            e => Assert.False(e.Name.StartsWith("The ", StringComparison.OrdinalIgnoreCase)));
}

using Stemma.Briefs.Sections;

namespace Stemma.Tests.Briefs;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Richard M. Olsen", "Richard Olsen")]
    [InlineData("Maëva Lindqvist", "Maeva Lindqvist")]
    [InlineData("Alex Brunn", "Alexander Brunn")]
    [InlineData("Henrik Firth", "Henrik Frith")]
    [InlineData("Priya Rahman", "Priya Raman")]
    [InlineData("Joseph R. Osk Jr.", "Joseph Osk")]
    public void Spellings_of_one_name(string a, string b) => Assert.True(PersonNames.AreOne(PersonNames.Key(a), PersonNames.Key(b)));

    [Theory]
    [InlineData("Ada Hall", "Ada Hill")]
    [InlineData("Didier Maas", "Damien Maas")]
    [InlineData("Lindqvist", "Maeva Lindqvist")]
    [InlineData("Henrik Osterby", "Henrik Westerby")]
    public void Two_people(string a, string b) => Assert.False(PersonNames.AreOne(PersonNames.Key(a), PersonNames.Key(b)));
}

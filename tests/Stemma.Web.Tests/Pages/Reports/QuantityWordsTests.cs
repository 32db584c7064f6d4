using Stemma.Quantities;
using Stemma.Text;
using Stemma.Web.Pages.Reports;
using Stemma.Weighing;

namespace Stemma.Web.Tests.Pages.Reports;

public sealed class QuantityWordsTests
{
    [Theory]
    [InlineData(4.0, 4.0, "person", Comparator.AtLeast, "people", "at least 4 people")]
    [InlineData(16.0, 16.0, "person", Comparator.Exactly, "dead", "16 people, dead")]
    [InlineData(1.0, 1.0, "person", Comparator.Exactly, "missing", "1 person, missing")]
    [InlineData(3.0, 9.0, "car", Comparator.Exactly, "cars", "3 to 9 cars")]
    [InlineData(90.0, 90.0, "cm", Comparator.About, "snow", "about 90 cm of snow")]
    [InlineData(12.0, 12.0, "[mi_i]", Comparator.Exactly, null, "12 miles")]
    [InlineData(1.0, 1.0, "[mi_i]/h", Comparator.Exactly, null, "1 mile an hour")]
    [InlineData(20.0, 20.0, "[gal_us]/s", Comparator.Exactly, "water", "20 gallons a second of water")]
    [InlineData(30.0, 30.0, "km/h", Comparator.Exactly, null, "30 km/h")]
    [InlineData(2500000.0, 2500000.0, "[EUR]", Comparator.MoreThan, null, "more than 2,500,000 EUR")]
    [InlineData(86000000.0, 86000000.0, null, Comparator.Exactly, null, "86,000,000")]
    public void An_amount_is_told_as_people_tell_it(double low, double high, string? unit, Comparator comparator, string? of, string words) =>
        Assert.Equal(words, QuantityWords.Of(new StoryQuantity("q", new ReportSpan("r", 0, 1, "x"), low, high, unit, comparator, of)));

    [Fact]
    public void No_unit_that_is_read_is_told_in_the_brackets_of_its_code()
    {
        System.Reflection.Assembly engine = typeof(StoryQuantity).Assembly;
        string[] codes = [.. ((string[])["Units", "Currencies"]).SelectMany(list => Lines(engine.GetManifestResourceNames().Single(n => n.EndsWith(list + ".en.tsv", StringComparison.Ordinal)))).Where(l => l is [not '#', ..]).Select(l => l.Split('\t')[1]).Distinct()];
        Assert.True(codes.Length > 80);
        Assert.All(codes, c => Assert.DoesNotMatch("[][_]|[a-zA-Z][.][a-zA-Z]", QuantityWords.Of(new StoryQuantity("q", new ReportSpan("r", 0, 1, "x"), 2, 2, c, Comparator.Exactly, null))));

        string[] Lines(string name)
        {
            using StreamReader reader = new(engine.GetManifestResourceStream(name)!);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }

    [Theory]
    [InlineData("P2D", "2 days")]
    [InlineData("PT1H", "1 hour")]
    [InlineData("P1M", "1 month")]
    [InlineData("PT90M", "90 minutes")]
    [InlineData("P1Y6M", "P1Y6M")]
    public void A_length_of_time_is_told_in_its_unit(string duration, string words) => Assert.Equal(words, QuantityWords.Length(duration));
}

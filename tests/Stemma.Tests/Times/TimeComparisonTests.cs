using Stemma.Text;
using Stemma.Times;

namespace Stemma.Tests.Times;

public sealed class TimeComparisonTests
{
    [Theory]
    [InlineData("2026-03-09", "2026-03-09", TimeRelation.Same)]
    [InlineData("2026-03-09", "2026-03-10", TimeRelation.Conflict)]
    [InlineData("2026-03-09", "2026-03-01/2026-03-31", TimeRelation.Compatible)]
    [InlineData("2026-03-10/", "2026-03-11", TimeRelation.Compatible)]
    [InlineData("2026-03-10/", "2026-03-09", TimeRelation.Conflict)]
    [InlineData("/2026-04-30", "2026-04-02", TimeRelation.Compatible)]
    [InlineData("P1Y", "P12M", TimeRelation.Same)]
    [InlineData("P1W", "P7D", TimeRelation.Same)]
    [InlineData("PT48H", "P2D", TimeRelation.Same)]
    [InlineData("P2D", "P3D", TimeRelation.Conflict)]
    [InlineData("PXD", "P3D", TimeRelation.Compatible)]
    [InlineData("P2D", "2026-03-09", TimeRelation.Compatible)]
    public void Times_agree_when_one_day_or_length_fits_both(string a, string b, TimeRelation relation)
    {
        Assert.Equal(relation, TimeComparison.Compare(Time(a), Time(b)).Relation);
        Assert.Equal(TimeComparison.Compare(Time(a), Time(b)), TimeComparison.Compare(Time(b), Time(a)));
    }

    private static ResolvedTime Time(string text)
    {
        if (text[0] == 'P')
            return new(new TextSpan(0, 1), TimeType.Duration, text, null, null, null, text);
        string[] ends = text.Contains('/', StringComparison.Ordinal) ? text.Split('/') : [text, text];
        DateOnly? Day(string day) => day.Length == 0 ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null);
        TimeBound? bound = ends[0].Length == 0 ? TimeBound.NotAfter : ends[1].Length == 0 ? TimeBound.NotBefore : null;
        return new(new TextSpan(0, 1), TimeType.Date, text, Day(ends[0]), Day(ends[1]), bound, null);
    }
}

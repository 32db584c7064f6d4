using Stemma.Claims;
using Stemma.Text;

namespace Stemma.Tests.Claims;

public sealed class SpanSetsTests
{
    [Fact]
    public void What_is_left_lies_outside_all_that_was_taken()
    {
        var taken = SpanSets.Joined([new TextSpan(10, 14), new TextSpan(2, 5), new TextSpan(4, 8), new TextSpan(30, 40)]);
        Assert.Equal([new TextSpan(2, 8), new TextSpan(10, 14), new TextSpan(30, 40)], taken.AsEnumerable());
        Assert.Equal([new TextSpan(0, 2), new TextSpan(8, 10), new TextSpan(14, 20)], SpanSets.Without(new TextSpan(0, 20), taken));
        Assert.Empty(SpanSets.Without(new TextSpan(31, 35), taken));
    }
}

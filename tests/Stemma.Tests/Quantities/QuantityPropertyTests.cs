using FsCheck;
using FsCheck.Fluent;
using Stemma.Quantities;
using Stemma.Quantities.Numerals;
using Stemma.Tests.Times;
using Stemma.Text;
using Stemma.Times;

namespace Stemma.Tests.Quantities;

/// <summary>What holds of the amounts of any text whatever.</summary>
public sealed class QuantityPropertyTests
{
    [Fact]
    public void Any_soup_of_number_words_has_spans_that_print_themselves_and_intervals_in_order() => Holds(HostileText.Soup);

    [Fact]
    public void Any_noise_has_spans_that_print_themselves_and_intervals_in_order() => Holds(HostileText.Noise);

    [Fact]
    public void Comparison_is_total_and_the_order_does_not_matter()
    {
        Gen<double?> number = Gen.OneOf(Gen.Constant<double?>(null), Gen.Choose(-50, 50).Select(n => (double?)n), Gen.Elements<double?>(0.5, 1e15, 1e300, -0.1));
        Gen<QuantityMention> mention =
            from low in number
            from width in Gen.OneOf(Gen.Constant<double?>(null), Gen.Choose(0, 9).Select(n => (double?)n))
            from unit in Gen.Elements<string?>(null, "person", "people", "km", "[mi_i]", "%", "percentage point", "basis point", "[USD]", "m3/s", "L/s", "shell", "artillery shell", "x/y")
            from comparator in Gen.Elements(Enum.GetValues<Comparator>())
            from of in Gen.Elements<string?>(null, "people killed", "injured people", "shells")
            from scope in Gen.Elements(Enum.GetValues<QuantityScope>())
            select new QuantityMention(new TextSpan(0, 1), new TextSpan(0, 1), low, low is null ? null : low + width, unit, comparator, of) { Scope = scope };
        Prop.ForAll(Gen.Zip(Gen.Zip(mention, HostileText.Day), Gen.Zip(mention, HostileText.Day)).ToArbitrary(), pair =>
        {
            ((QuantityMention a, DateOnly? dayA), (QuantityMention b, DateOnly? dayB)) = pair;
            QuantityVerdict verdict = QuantityComparison.Compare(a, dayA, b, dayB);
            Assert.Equal(verdict, QuantityComparison.Compare(b, dayB, a, dayA));
            Assert.NotEmpty(verdict.Why);
            Assert.NotEqual(QuantityRelation.Conflict, QuantityComparison.Compare(a, a).Relation);
            AmountInterval interval = QuantityComparison.IntervalOf(a);
            Assert.True(interval.Low <= interval.High, $"{a}: {interval}");
        }).Check(HostileText.Trials.WithMaxTest(3000));
    }

    private static void Holds(Arbitrary<string> texts) =>
        Prop.ForAll(texts, text =>
        {
            var words = HostileText.Plain(text);
            int last = 0;
            foreach (QuantityMention quantity in new QuantityExtractor().Extract(words, new TimeExtractor().Extract(words)))
            {
                Assert.InRange(quantity.Span.Start, last, text.Length);
                Assert.InRange(quantity.Span.End, quantity.Span.Start + 1, text.Length);
                Assert.True(quantity.Span.Contains(quantity.NumberSpan), text);
                Assert.True(quantity.High is null || quantity.Low <= quantity.High, $"{quantity.Low} to {quantity.High}");
                string inside = quantity.Span.In(text).ToString();
                Assert.Equal(inside.Trim(), inside);
                last = quantity.Span.End;
            }

            foreach (NumberMention number in NumberExtractor.Extract(words))
                Assert.True(number.High is null || number.Low <= number.High, text);
        }).Check(HostileText.Trials);
}

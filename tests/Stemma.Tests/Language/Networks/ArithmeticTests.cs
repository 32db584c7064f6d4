using System.Runtime.Intrinsics;
using Stemma.Language.Names;
using Stemma.Language.Networks;

namespace Stemma.Tests.Language.Networks;

public sealed class ArithmeticTests
{
    [Fact]
    public void The_exponential_is_true_to_a_millionth()
    {
        for (float x = -79; x < 80; x += 0.0137f)
            Assert.Equal(1, Arithmetic.Exp(Vector512.Create(x))[3] / Math.Exp(x), 2e-6);
    }

    [Theory]
    [InlineData(-1000, 0)]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.7310586)]
    [InlineData(1000, 1)]
    public void The_logistic_function_stays_in_its_bounds(float x, double wanted) => Assert.Equal(wanted, Arithmetic.Logistic(Vector512.Create(x))[0], 1e-6);

    [Fact]
    public void A_normalised_row_has_mean_zero_and_variance_one()
    {
        Random random = new(2);
        float[] x = [.. Enumerable.Range(0, 2 * 64).Select(_ => random.NextSingle() * 9 + 3)], y = new float[x.Length];

        Arithmetic.Normalise(x, 64, 2, y);

        Assert.Equal(0, y[..64].Average(), 1e-5);
        Assert.Equal(1, y[64..].Select(v => v * v).Average(), 1e-3);
    }

    [Fact]
    public void Probabilities_sum_to_one_and_padding_gets_none()
    {
        float[] row = [.. Enumerable.Range(0, 32).Select(i => i % 7 - 3f)];
        Arithmetic.Softmax(row, 20);
        Assert.Equal(1, row[..20].Sum(), 1e-5);
        Assert.All(row[20..], v => Assert.Equal(0, v));
        Assert.Equal(Math.Exp(6), row[6] / row[0], 1e-1);
    }

    [Fact]
    public void Labels_found_are_the_best_lawful_sequence()
    {
        Random random = new(8);
        for (int round = 0; round < 40; round++)
        {
            int words = 1 + round % 3;
            float[] scores = [.. Enumerable.Range(0, words * NameLabels.Count).Select(_ => random.NextSingle() * 10)];
            int[] labels = new int[words];
            float wanted = Lawful(words).Max(s => s.Select((label, i) => scores[i * NameLabels.Count + label]).Sum());

            float[] copy = [.. scores];
            NameLabels.Decode(copy, NameLabels.Count, labels, new byte[words * NameLabels.Count]);

            Assert.Equal(wanted, labels.Select((label, i) => scores[i * NameLabels.Count + label]).Sum(), 1e-4);
        }
    }

    private static IEnumerable<int[]> Lawful(int words)
    {
        IEnumerable<int[]> all = [[]];
        for (int i = 0; i < words; i++)
            all = [.. all.SelectMany(s => Enumerable.Range(0, NameLabels.Count).Where(l => NameLabels.MayFollow(s.Length == 0 ? -1 : s[^1], l)).Select(l => (int[])[.. s, l]))];
        return all.Where(s => NameLabels.PartOf(s[^1]) is not (0 or 1));
    }
}

using Stemma.Language.Networks;

namespace Stemma.Tests.Language.Networks;

public sealed class LinearMapTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 33, 9)]
    [InlineData(100, 128, 17)]
    [InlineData(128, 51, 8)]
    public void A_map_is_the_sum_of_products_whatever_the_shape(int inputs, int outputs, int rows)
    {
        Random random = new(4);
        float[] weight = Numbers(random, inputs * outputs), bias = Numbers(random, outputs);
        LinearMap map = new(inputs, outputs, weight, bias);
        float[] x = Numbers(random, LinearMap.Padded(rows) * inputs), y = new float[LinearMap.Padded(rows) * map.Width];

        map.Apply(x, inputs, rows, y);

        for (int row = 0; row < rows; row++)
        {
            for (int o = 0; o < outputs; o++)
            {
                double wanted = bias[o];
                for (int i = 0; i < inputs; i++)
                    wanted += (double)x[row * inputs + i] * weight[o * inputs + i];
                Assert.Equal(wanted, y[row * map.Width + o], 1e-4);
            }

            Assert.All(y[(row * map.Width + outputs)..((row + 1) * map.Width)], padding => Assert.Equal(0, padding));
        }
    }

    [Fact]
    public void Wide_and_narrow_vectors_give_the_same_bits()
    {
        Random random = new(5);
        const int Inputs = 37, Width = 64, Rows = 24;
        float[] packed = Numbers(random, Inputs * Width), bias = Numbers(random, Width), x = Numbers(random, Rows * Inputs);
        float[] wide = new float[Rows * Width], narrow = new float[Rows * Width];

        LinearMap.Multiply(x, Inputs, Rows, packed, bias, Inputs, Width, wide);
        LinearMap.Multiply(x, Inputs, Rows, packed, bias, Inputs, Width, narrow, narrow: true);

        Assert.Equal(wide, narrow);
    }

    [Fact]
    public void A_row_does_not_depend_on_the_rows_beside_it()
    {
        Random random = new(6);
        LinearMap map = new(20, 40, Numbers(random, 800), []);
        float[] many = Numbers(random, 16 * 20), alone = new float[8 * 20];
        many.AsSpan(11 * 20, 20).CopyTo(alone);
        float[] ofMany = new float[16 * map.Width], ofOne = new float[8 * map.Width];

        map.Apply(many, 20, 16, ofMany);
        map.Apply(alone, 20, 1, ofOne);

        Assert.Equal(ofMany[(11 * map.Width)..(12 * map.Width)], ofOne[..map.Width]);
    }

    [Fact]
    public void A_buffer_too_short_for_its_rows_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LinearMap(4, 4, new float[16], []).Apply(new float[4 * 7], 4, 3, new float[8 * 32]));

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}

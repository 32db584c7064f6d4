using Stemma.Attributions;

namespace Stemma.Tests.Attributions.Learned;

public sealed class PartDecoderTests
{
    [Fact]
    public void A_single_word_that_reads_otherwise_than_its_neighbours_follows_them()
    {
        // Content, content, a doubtful nothing, content: one cue.
        float[] parts = [-9, -9, -9, -0.1f, -9, -9, -9, -0.1f, -0.5f, -9, -9, -0.9f, -9, -9, -9, -0.1f];
        int[] found = PartDecoder.Decode(parts, new float[4], cues: 1);
        Assert.Equal([3, 3, 3, 3], found);
    }

    [Fact]
    public void A_change_that_pays_is_made()
    {
        float[] parts = [-0.1f, -9, -9, -9, -0.1f, -9, -9, -9, -9, -9, -0.1f, -9, -9, -0.1f, -9, -9, -9, -9, -9, -0.1f, -9, -9, -9, -0.1f];
        Assert.Equal([0, 0, 2, 1, 3, 3], PartDecoder.Decode(parts, new float[6], cues: 1));
    }

    [Fact]
    public void Words_go_to_the_cue_they_fit()
    {
        float[] parts = [-9, -0.1f, -9, -9, -9, -9, -9, -0.1f, -9, -9, -9, -0.1f, -9, -0.1f, -9, -9];
        float[] fits = [0, -5, 0, -5, -5, 0, -5, 0];
        Assert.Equal([1, 3, 6, 4], PartDecoder.Decode(parts, fits, cues: 2));
    }

    [Fact]
    public void The_sequence_found_is_the_best_one()
    {
        Random random = new(3);
        for (int round = 0; round < 60; round++)
        {
            const int Words = 4;
            int cues = 1 + round % 2, states = 1 + 3 * cues;
            float[] parts = [.. Enumerable.Range(0, Words * 4).Select(_ => -4 * random.NextSingle())];
            float[] fits = [.. Enumerable.Range(0, Words * cues).Select(_ => -4 * random.NextSingle())];
            double best = Enumerable.Range(0, (int)Math.Pow(states, Words)).Max(code => Score(parts, fits, cues, Digits(code, states, Words)));

            Assert.Equal(best, Score(parts, fits, cues, PartDecoder.Decode(parts, fits, cues)), 1e-4);
        }
    }

    private static int[] Digits(int code, int states, int words)
    {
        int[] digits = new int[words];
        for (int i = 0; i < words; i++, code /= states)
            digits[i] = code % states;
        return digits;
    }

    private static double Score(float[] parts, float[] fits, int cues, int[] states)
    {
        double sum = 0;
        for (int i = 0; i < states.Length; i++)
        {
            int s = states[i];
            sum += s == 0 ? parts[i * 4] : parts[i * 4 + 1 + (s - 1) % 3] + fits[i * cues + (s - 1) / 3];
            sum -= i > 0 && s != states[i - 1] ? PartDecoder.Change : 0;
        }

        return sum;
    }
}

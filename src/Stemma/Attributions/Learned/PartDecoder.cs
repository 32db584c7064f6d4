namespace Stemma.Attributions;

/// <summary>Gives each word of a stretch to a part of one cue or to none, so that neighbours stay together: Viterbi with one price for every change (a Potts chain).</summary>
internal static class PartDecoder
{
    /// <summary>Price of a change from one word to the next, in log odds: single words that a model reads otherwise than both neighbours follow them.</summary>
    internal const float Change = 0.75f;

    /// <param name="parts">For each word the logs of the chances of none, cue, source, content.</param>
    /// <param name="fits">For each word and cue, how well it fits, in logs.</param>
    /// <returns>For each word 0 for none, else 1 + 3 × cue + (0 cue, 1 source, 2 content).</returns>
    public static int[] Decode(ReadOnlySpan<float> parts, ReadOnlySpan<float> fits, int cues)
    {
        int words = parts.Length / 4, states = 1 + 3 * cues;
        int[] from = new int[words * states];
        float[] last = new float[states], next = new float[states];
        int best = 0;
        for (int i = 0; i < words; i++)
        {
            float change = i == 0 ? 0 : last[best] - Change;
            int bestNext = 0;
            for (int s = 0; s < states; s++)
            {
                float own = s == 0 ? parts[i * 4] : parts[i * 4 + 1 + (s - 1) % 3] + fits[i * cues + (s - 1) / 3];
                bool stays = i == 0 || last[s] >= change;
                from[i * states + s] = stays ? s : best;
                next[s] = own + (i == 0 ? 0 : stays ? last[s] : change);
                if (next[s] > next[bestNext])
                    bestNext = s;
            }

            best = bestNext;
            (last, next) = (next, last);
        }

        int[] found = new int[words];
        for (int i = words - 1; i >= 0; i--)
        {
            found[i] = best;
            best = from[i * states + best];
        }

        return found;
    }
}

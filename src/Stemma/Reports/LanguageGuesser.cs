using System.Collections.Frozen;
using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Reports;

/// <summary>Guesses the language of a text from its script and its small words. Made to tell foreign texts from English, not to name each of 7,000 languages.</summary>
internal sealed class LanguageGuesser
{
    /// <summary>Words looked at; more change nothing.</summary>
    private const int MaxWords = 1000;

    /// <summary>A text of fewer words says too little to call it foreign.</summary>
    private const int MinWords = 12;

    private readonly ImmutableArray<(string Tag, FrozenSet<string> Words)> profiles;

    public LanguageGuesser() =>
        profiles = [.. Resources.Table("Reports/Languages.tsv").Select(r => (r[0], FrozenSet.ToFrozenSet(r[1].Split(' '), StringComparer.Ordinal)))];

    /// <returns>A BCP 47 tag; <c>und</c> where the text is too short or like nothing known.</returns>
    public string Guess(string text, string? declared)
    {
        if (Script(text) is { } script)
            return script;
        int[] hits = new int[profiles.Length];
        int words = 0;
        foreach (string word in LowerWords(text))
        {
            words++;
            for (int p = 0; p < hits.Length; p++)
                hits[p] += profiles[p].Words.Contains(word) ? 1 : 0;
        }

        int best = 0; // English is first, and wins ties
        for (int p = 1; p < hits.Length; p++)
        {
            if (hits[p] > hits[best])
                best = p;
        }

        string primary = declared?.Split('-', '_')[0].ToLowerInvariant() ?? "";
        bool tooShort = words < MinWords || hits[best] * 10 < words;
        if (tooShort)
            return IsTag(declared) ? declared! : hits[0] >= 2 && best == 0 ? "en" : "und";
        // Foreign only by a clear margin over English: names and quotations are often foreign in English texts.
        string guess = best != 0 && hits[best] * 2 < hits[0] * 3 ? "en" : profiles[best].Tag;
        return primary == guess && IsTag(declared) ? declared! : guess;
    }

    private static bool IsTag(string? tag) => tag is { Length: >= 2 and <= 12 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0]);

    private static IEnumerable<string> LowerWords(string text)
    {
        int start = -1, count = 0;
        for (int i = 0; i <= text.Length && count < MaxWords; i++)
        {
            bool letter = i < text.Length && char.IsLetter(text[i]);
            if (letter && start < 0)
                start = i;
            else if (!letter && start >= 0)
            {
                count++;
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }

    /// <summary>The language that a script gives away, where most letters are of it; null for Latin.</summary>
    private static string? Script(string text)
    {
        int latin = 0, cyrillic = 0, arabic = 0, han = 0, kana = 0, hangul = 0, greek = 0, hebrew = 0, thai = 0, devanagari = 0, ukrainian = 0, persian = 0;
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, 10_000)))
        {
            if (c < 0x80 || !char.IsLetter(c))
            {
                latin += char.IsAsciiLetter(c) ? 1 : 0;
                continue;
            }

            switch ((int)c)
            {
                case < 0x0370: latin++; break;
                case < 0x0400: greek++; break;
                case < 0x0530: cyrillic++; ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' ? 1 : 0; break;
                case >= 0x0590 and < 0x0600: hebrew++; break;
                case >= 0x0600 and < 0x0780: arabic++; persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' ? 1 : 0; break;
                case >= 0x0900 and < 0x0980: devanagari++; break;
                case >= 0x0E00 and < 0x0E80: thai++; break;
                case >= 0x3040 and < 0x3100: kana++; break;
                case >= 0x4E00 and < 0xA000: han++; break;
                case >= 0xAC00 and < 0xD7B0: hangul++; break;
            }
        }

        (int Count, string Tag)[] scripts =
        [
            (cyrillic, ukrainian * 50 > cyrillic ? "uk" : "ru"), (arabic, persian * 30 > arabic ? "fa" : "ar"), (han + kana, kana * 10 > han ? "ja" : "zh"),
            (hangul, "ko"), (greek, "el"), (hebrew, "he"), (thai, "th"), (devanagari, "hi"),
        ];
        (int count, string tag) = scripts.MaxBy(s => s.Count);
        // One sign of these scripts says more than one Latin letter, so half as many are enough.
        return count >= 8 && count * 2 > latin ? tag : null;
    }
}

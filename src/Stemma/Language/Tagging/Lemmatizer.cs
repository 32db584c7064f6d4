using System.Collections.Frozen;
using System.Globalization;
using Stemma.Text;

namespace Stemma.Language.Tagging;

/// <summary>Dictionary forms from form and Penn tag: a table of forms, then the longest suffix rule that fits.</summary>
/// <remarks>Table and rules are learned by the trainer (<c>Lemmas.en.tsv</c>). Names keep their form as it stands.</remarks>
internal sealed class Lemmatizer
{
    /// <summary>Longer words are their own lemma: no rule knows them, and a hostile text may hold them.</summary>
    private const int LongestForm = 48;

    private const int LongestSuffix = 6;

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> forms;
    private readonly FrozenDictionary<string, Rule>.AlternateLookup<ReadOnlySpan<char>> rules;

    public Lemmatizer()
    {
        Dictionary<string, string> forms = new(StringComparer.Ordinal);
        Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
        foreach (string[] row in Resources.Table("Language/Tagging/Lemmas.en.tsv"))
        {
            if (row[0] == "form")
                forms.Add(row[1] + " " + row[2], row[3]);
            else
                rules.Add(row[1] + " " + row[2], new Rule(int.Parse(row[3], CultureInfo.InvariantCulture), row[4]));
        }

        this.forms = forms.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.rules = rules.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="xpos">Penn tag; "NNP" and empty leave the form as it is.</param>
    public string Lemma(ReadOnlySpan<char> form, string xpos)
    {
        if (xpos is "NNP" or "" || form.Length > LongestForm)
            return form.ToString();
        Span<char> key = stackalloc char[LongestForm + 8];
        xpos.CopyTo(key);
        key[xpos.Length] = ' ';
        int at = xpos.Length + 1;
        for (int i = 0; i < form.Length; i++)
            key[at + i] = form[i] is '’' ? '\'' : char.ToLowerInvariant(form[i]);
        ReadOnlySpan<char> lower = key.Slice(at, form.Length);
        if (forms.TryGetValue(key[..(at + form.Length)], out string? known))
            return known;

        Span<char> suffix = stackalloc char[LongestSuffix + 8];
        key[..at].CopyTo(suffix);
        for (int length = Math.Min(LongestSuffix, form.Length); length >= 0; length--)
        {
            lower[^length..].CopyTo(suffix[at..]);
            if (rules.TryGetValue(suffix[..(at + length)], out Rule rule))
                return Capitals(form, rule.Cut >= lower.Length ? lower.ToString() : string.Concat(lower[..^rule.Cut], rule.Add), xpos);
        }

        return lower.ToString();
    }

    /// <summary>"Falls" in a name keeps its capital.</summary>
    private static string Capitals(ReadOnlySpan<char> form, string lemma, string xpos) =>
        xpos == "NNPS" && char.IsUpper(form[0]) ? string.Concat(form[..1], lemma.AsSpan(1)) : lemma;

    private readonly record struct Rule(int Cut, string Add);
}

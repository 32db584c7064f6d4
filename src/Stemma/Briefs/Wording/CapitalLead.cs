using Stemma.Language;

namespace Stemma.Briefs;

/// <summary>First words set in capitals by a house's typography ("NORTHERN COUNCIL HAS said"): written as the report writes them elsewhere.</summary>
internal static class CapitalLead
{
    private const int Most = 8;
    private const int Looks = 40;

    public static void Fold(StorySentence sentence, SentenceText text)
    {
        string body = sentence.Report.Report.Body;
        List<Token> lead = [];
        bool lower = false;
        for (int i = sentence.Sentence.FirstToken; i < Math.Min(sentence.Sentence.EndToken, sentence.Report.Annotation.Language.Tokens.Length); i++)
        {
            Token token = sentence.Report.Annotation.Language.Tokens[i];
            ReadOnlySpan<char> word = token.Span.In(body);
            if (!char.IsLetter(word[0]) && word[0] is not ('\'' or '’' or '-'))
            {
                lower = true;
                break;
            }

            if (word.ContainsAnyInRange('a', 'z'))
            {
                lower = true;
                break;
            }

            if (lead.Count == Most)
                return;
            lead.Add(token);
        }

        // "US officials", "NATO said": one name in capitals is no typography.
        if (!lower || lead.Count(t => t.Span.Length > 1) < 2 || lead.Sum(t => t.Span.Length) < 6 || lead.All(t => t.Span.Length <= 4))
            return;
        int end = lead[^1].Span.End;
        foreach (Token token in lead)
        {
            string word = token.Span.In(body).ToString();
            string folded = Elsewhere(body, word, end) ?? (token.Upos == Upos.Propn ? (word.Length > 4 ? word[..1] + word[1..].ToLowerInvariant() : word) : word.ToLowerInvariant());
            if (folded != word)
                text.Replace(token.Span, token.Span.Start == lead[0].Span.Start ? SentenceText.Capitalise(folded) : folded);
        }
    }

    /// <summary>The form in which the word stands most often further on; null where it does not.</summary>
    private static string? Elsewhere(string body, string word, int from)
    {
        Dictionary<string, int> forms = new(StringComparer.Ordinal);
        int at = from;
        for (int look = 0; look < Looks && (at = body.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; look++)
        {
            int end = at + word.Length;
            if (!char.IsLetterOrDigit(body[at - 1]) && (end == body.Length || !char.IsLetterOrDigit(body[end])))
                forms[body[at..end]] = forms.GetValueOrDefault(body[at..end]) + 1;
            at = end;
        }

        return forms.Count == 0 ? null : forms.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).First().Key;
    }
}

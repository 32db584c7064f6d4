using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Parts a sentence that makes several statements: at semicolons, and where "and" or "but" starts a new subject and verb.</summary>
/// <remarks>Conservative, because half a statement is worse than two in one: lists, shared subjects and relative clauses stay whole.</remarks>
internal static class ClauseSplitter
{
    private const int LeastTokens = 4;

    /// <summary>How long a subject may be before its verb.</summary>
    private const int SubjectReach = 8;

    public static IEnumerable<TextSpan> Split(LinguisticText text, TextSpan span)
    {
        (int first, int end) = TokenIndex.Tokens(text, span);
        int start = first;
        int from = span.Start;
        int depth = 0;
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> word = text.Tokens[i].Span.In(text.Text);
            if (word is "(" or "[" or "“")
                depth++;
            else if (word is ")" or "]" or "”")
                depth = Math.Max(0, depth - 1);
            if (depth > 0 || i - start < LeastTokens || !HasFiniteVerb(text, start, i))
                continue;
            int next = word is ";" ? i + 1
                : word is "," && i + 1 < end && IsJoin(text, i + 1) ? i + 2
                : word is "and" && i + 1 < end && text.Tokens[i + 1].Span.In(text.Text) is "that" ? i + 2
                : word is "and" && i + 1 < end && text.Tokens[i + 1].Upos is Upos.Det ? i + 1
                : -1;
            if (next < 0 || end - next < LeastTokens || !StartsClause(text, next, end))
                continue;
            yield return new TextSpan(from, text.Tokens[i].Span.Start);
            start = next;
            from = text.Tokens[next].Span.Start;
            i = next - 1;
        }

        yield return new TextSpan(from, span.End);
    }

    public static bool HasFiniteVerb(LinguisticText text, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (IsFinite(text.Tokens[i]))
                return true;
        }

        return false;
    }

    private static bool IsFinite(Token token) => token.Xpos switch
    {
        "VBD" or "VBZ" or "VBP" or "MD" => true,
        "" => token.Upos is Upos.Verb or Upos.Aux,
        _ => false,
    };

    private static bool IsJoin(LinguisticText text, int at) => text.Tokens[at].Span.In(text.Text) is "and" or "but" or "while" or "yet";

    private static bool StartsClause(LinguisticText text, int at, int end)
    {
        if (text.Tokens[at].Upos is not (Upos.Det or Upos.Pron or Upos.Propn or Upos.Noun or Upos.Num or Upos.Adj))
            return false;
        for (int i = at + 1; i < Math.Min(end, at + SubjectReach); i++)
        {
            Token token = text.Tokens[i];
            if (IsFinite(token))
                return true;
            if (token.Upos is Upos.Punct or Upos.Cconj or Upos.Sconj or Upos.Verb)
                return false;
        }

        return false;
    }
}

using Stemma.Language;
using Stemma.Text;

namespace Stemma.Claims;

/// <summary>Parts a clause whose verbs are joined: "Four people were killed and eight were missing", "The firm stole the files and is offering them for sale".</summary>
/// <remarks>By the tree. What comes behind the second verb stays with it; a subject that both share is read with each.</remarks>
internal static class VerbSplitter
{
    /// <summary>A part of fewer words is no statement worth standing alone.</summary>
    private const int LeastTokens = 3;

    /// <summary>In tokens.</summary>
    private const int LongestLead = 8;

    /// <returns>In text order; the clause itself where nothing parts it.</returns>
    public static IEnumerable<Stretch> Split(LinguisticText text, TextSpan clause)
    {
        (int first, int end) = TokenIndex.Tokens(text, clause);
        int start = first, from = clause.Start;
        TextSpan? subject = null;
        for (int i = first; i < end; i++)
        {
            if (text.Tokens[i].Deprel is not "cc" || text.Tokens[i].Lemma.ToLowerInvariant() is not ("and" or "but") || i - start < LeastTokens)
                continue;
            int verb = JoinedVerb(text, i);
            if (verb <= i || verb >= end || text.Tokens[verb].Deprel is not "conj" || end - i - 1 < LeastTokens || !(IsFinite(text, verb, i + 1) || (text.Tokens[verb].Xpos is "VBN" && HasSubject(text, verb, i + 1))))
                continue;
            int main = text.Tokens[verb].Head;
            // Only what the clause itself says is parted: a "who fell and broke his leg" inside it is about somebody.
            if (main < start || main >= i || (text.Tokens[main].Head >= first && text.Tokens[main].Head < end && text.Tokens[main].Deprel is not "conj") || !IsFinite(text, main, start))
                continue;
            bool own = HasSubject(text, verb, i + 1);
            TextSpan? shared = own ? null : SubjectOf(text, main, first, end) is { } whole ? WithLead(text, whole, first) : null;
            if (!own && shared is null && subject is null)
                continue;
            int cut = i > first && text.Tokens[i - 1].Span.In(text.Text) is "," ? i - 1 : i;
            yield return Under(subject, new TextSpan(from, text.Tokens[cut].Span.Start));
            subject = own ? null : shared ?? subject;
            (start, from) = (i + 1, text.Tokens[i + 1].Span.Start);
        }

        yield return Under(subject, new TextSpan(from, clause.End));
    }

    /// <summary>The verb that an "and" joins: what it hangs on, or the verb of the subject that it hangs on ("<b>and</b> 43 homes were destroyed").</summary>
    private static int JoinedVerb(LinguisticText text, int and)
    {
        int at = text.Tokens[and].Head;
        for (int steps = 0; steps < 3 && at > and && text.Tokens[at].Deprel is "nummod" or "det" or "amod" or "compound" or "nsubj" or "nsubj:pass"; steps++)
            at = text.Tokens[at].Head;
        return at;
    }

    /// <summary>"<b>In 1999 an avalanche</b> hit the village and killed 16": when it was is said of both.</summary>
    private static TextSpan WithLead(LinguisticText text, TextSpan subject, int first)
    {
        int at = TokenIndex.Tokens(text, subject).First;
        return at > first && at - first <= LongestLead ? new TextSpan(text.Tokens[first].Span.Start, subject.End) : subject;
    }

    private static Stretch Under(TextSpan? subject, TextSpan span) => subject is { } words ? new Stretch(span, [words], [], [words, span]) : Stretch.Of(span);

    private static bool IsFinite(LinguisticText text, int verb, int first)
    {
        if (text.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
            return true;
        for (int i = first; i < verb; i++)
        {
            if (text.Tokens[i].Head == verb && text.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && text.Tokens[i].Deprel.StartsWith("aux", StringComparison.Ordinal) | text.Tokens[i].Deprel is "cop")
                return true;
        }

        return false;
    }

    public static bool HasSubject(LinguisticText text, int verb, int first)
    {
        for (int i = first; i < verb; i++)
        {
            if (text.Tokens[i].Head == verb && text.Tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>The subject of a verb, or of the one that it is joined to; null where the tree shows none before it.</summary>
    public static TextSpan? SubjectOf(LinguisticText text, int verb, int first, int end)
    {
        for (int steps = 0; steps < 4; steps++)
        {
            for (int i = first; i < Math.Min(verb, end); i++)
            {
                if (text.Tokens[i].Head == verb && text.Tokens[i].Deprel.StartsWith("nsubj", StringComparison.Ordinal))
                    return Subtree(text, i, first, verb);
            }

            if (text.Tokens[verb].Deprel is not "conj" || text.Tokens[verb].Head < first || text.Tokens[verb].Head >= end)
                return null;
            verb = text.Tokens[verb].Head;
        }

        return null;
    }

    private static TextSpan Subtree(LinguisticText text, int noun, int first, int end)
    {
        TextSpan span = text.Tokens[noun].Span;
        for (int i = first; i < end; i++)
        {
            int at = i;
            for (int steps = 0; steps < 12 && at != noun && at >= first && at < end; steps++)
                at = text.Tokens[at].Head;
            if (at == noun)
                span = span.Union(text.Tokens[i].Span);
        }

        return span;
    }
}

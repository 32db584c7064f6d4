using System.Numerics;
using Stemma.Language.Models;

namespace Stemma.Language.Coreference;

/// <summary>What is weighed of a pronoun and one it may mean. Part of the model's format: a change here makes the model void.</summary>
/// <remarks>The cues are those of Lappin and Leass (1994) and Ng and Cardie (2002): distance, roles, agreement, commanding subjects, salience.</remarks>
internal sealed class PairFeatures(MentionList mentions, int[] speakers, ReferenceLexicon lexicon)
{
    /// <summary>Most keys that one candidate has.</summary>
    public const int Most = 40;

    private readonly TextSyntax syntax = mentions.Syntax;

    /// <summary>The keys of a candidate.</summary>
    /// <param name="count">How many candidates there are in all.</param>
    /// <param name="most">The highest count of mentions among them.</param>
    /// <param name="mentioned">The sum of these counts.</param>
    /// <returns>How many keys were written.</returns>
    public int Fill(in PronounContext pronoun, in Candidate candidate, int count, int most, int mentioned, Span<uint> keys)
    {
        Mention p = pronoun.Mention;
        Mention m = mentions.All[candidate.Mention];
        Referent referent = candidate.Referent;
        ulong g = (ulong)pronoun.Group;
        bool ahead = candidate.Mention > pronoun.Index;
        int sentences = syntax.Distance(m.Head, p.Head);
        ulong distance = ahead ? 6 : (ulong)Math.Clamp(sentences, 0, 5);
        ulong near = ahead ? 3 : (ulong)Math.Clamp(sentences, 0, 2);
        ulong form = FormOf(p, m);
        ulong rank = (ulong)Math.Min(candidate.Rank, 4);
        ulong roles = Join((ulong)p.Role, (ulong)m.Role, 8);
        ulong agrees = Agreement(p, referent);
        ulong counted = Salience(referent.Count, mentioned);
        int governor = syntax.GovernorOf(m.Top);
        ulong level = (ulong)Math.Min(SubjectLevel(p, m), 3);
        int n = 0;
        keys[n++] = Key(1, Join(g, distance, 8) * 8 + form);
        keys[n++] = Key(2, Join(Join(g, roles, 64), near, 4));
        keys[n++] = Key(3, Join(Join(g, rank, 8), near, 4));
        keys[n++] = Key(4, Join(Join(g, agrees, 4), form, 8));
        keys[n++] = Key(5, Join(Join(g, Paragraphs(p, m), 4), distance, 8));
        keys[n++] = Key(6, Join(g, SameGovernor(pronoun, m, governor), 8) * 64 + roles);
        keys[n++] = Key(7, Join(Join(g, level, 4), (ulong)p.Role, 8) * 2 + (p.Reflexive ? 1u : 0u));
        keys[n++] = Key(8, Join(g, level, 4) * 16 + Join(rank, near, 4));
        bool reports = governor >= 0 && lexicon.Reports(syntax.Tokens[governor].Lemma);
        keys[n++] = Key(9, Join(Join(g, (reports ? 1u : 0u) + (pronoun.Reports ? 2u : 0u), 4), distance, 8) * 2 + (m.Role == Role.Subject ? 1u : 0u));
        keys[n++] = Key(10, Join(Join(g, QuoteRelation(pronoun, m, referent), 16), near, 4));
        keys[n++] = Key(11, Join(Join(g, counted, 8), distance, 8));
        ulong between = (ulong)Math.Min(candidate.Between, 2);
        keys[n++] = Key(12, Join(Join(g, referent.Count == most ? 1u : 0u, 2), distance, 8) * 8 + (between * 2) + (count > 3 ? 1u : 0u));
        keys[n++] = Key(13, Join(Join(g, referent.First == 0 || mentions.All[Math.Max(referent.First, 0)].Sentence == 0 ? 1u : 0u, 2), distance, 8) * 4 + between);
        keys[n++] = Key(14, Join(Join(g, (ulong)referent.Kind, 8), referent.Plural ? 1u : 0u, 2) * 8 + form);
        bool opens = m.Head <= syntax.Text.Sentences[m.Sentence].FirstToken + 2;
        bool main = governor >= 0 && syntax.Tokens[governor].Deprel == "root" && m.Role == Role.Subject;
        keys[n++] = Key(15, Join(Join(g, (pronoun.OpensSentence ? 1u : 0u) + (opens ? 2u : 0u) + (main ? 4u : 0u), 8), distance, 8) * 2 + (pronoun.OpensParagraph ? 1u : 0u));
        ulong subject = candidate.Subject < 0 ? 7 : (ulong)Math.Clamp(syntax.Distance(mentions.All[candidate.Subject].Head, p.Head), 0, 5);
        keys[n++] = Key(16, Join(Join(g, subject, 8), distance, 8) * 8 + (ulong)p.Role);
        keys[n++] = Key(17, Join(Join(g, (ulong)Math.Min(BitOperations.Log2((uint)Math.Abs(p.Head - m.Head) + 1), 8), 16), near, 4));
        keys[n++] = Key(18, Join(Join(g, (ulong)Math.Min(count, 7), 8), rank, 8) * 4 + near);
        if (m.Role is Role.Possessor or Role.Modifier)
            keys[n++] = Key(19, Join(Join(g, (ulong)(governor < 0 ? Role.Other : syntax.RoleOf(governor)), 8), near, 4) * 8 + (ulong)m.Role);
        if (m.Form == MentionForm.Noun)
            keys[n++] = Key(20, Features.Pair(g, Hash(syntax.Tokens[m.Head].Lemma)));
        if (pronoun.Group is 1 or 2 && pronoun.Governor >= 0)
            keys[n++] = Key(21, Features.Pair(Join(Join(g, (ulong)referent.Kind, 8), (ulong)p.Role, 8), Hash(syntax.Tokens[pronoun.Governor].Lemma)));
        keys[n++] = Key(22, Join(Join(g, form, 8), counted, 8) * 8 + distance);
        keys[n++] = Key(23, Join(Join(g, agrees, 4), rank, 8) * 4 + near);
        ulong last = pronoun.Last < 0 ? 0u : ReferenceEquals(mentions.All[pronoun.Last].Referent, referent) ? 1u : 2u;
        keys[n++] = Key(24, Join(Join(g, last, 4), distance, 8) * 8 + between);
        keys[n++] = Key(25, Join(Join(Join(g, last, 4), between, 4), (ulong)p.Role, 8));
        ulong speaker = pronoun.LastSpeaker < 0 ? 0u : ReferenceEquals(mentions.All[pronoun.LastSpeaker].Referent, referent) ? 1u : 2u;
        keys[n++] = Key(26, Join(Join(Join(g, speaker, 4), pronoun.Reports ? 1u : 0u, 2), (ulong)p.Role, 8) * 8 + distance);
        keys[n++] = Key(27, Join(Join(Join(g, speaker, 4), pronoun.Reports ? 1u : 0u, 2), rank, 8) * 2 + (p.Quote >= 0 ? 1u : 0u));
        keys[n++] = Key(28, Join(Join(g, between, 4), form, 8) * 8 + distance);
        keys[n++] = Key(29, Join(Join(Join(g, between, 4), (ulong)p.Role, 8), Paragraphs(p, m), 4) * 2 + (pronoun.Reports ? 1u : 0u));
        return n;
    }

    /// <summary>The keys of "nobody told".</summary>
    /// <param name="nearest">The nearest candidate; null where there is none.</param>
    public int FillNone(in PronounContext pronoun, Candidate? nearest, int count, Span<uint> keys)
    {
        Mention p = pronoun.Mention;
        ulong g = (ulong)pronoun.Group;
        ulong distance = nearest is { } c ? c.Mention > pronoun.Index ? 6 : (ulong)Math.Clamp(syntax.Distance(mentions.All[c.Mention].Head, p.Head), 0, 5) : 7;
        int n = 0;
        keys[n++] = Key(40, Join(g, (ulong)p.Role, 8));
        keys[n++] = Key(41, Join(Join(g, (ulong)Math.Min(count, 7), 8), distance, 8));
        keys[n++] = Key(42, Join(g, p.Quote >= 0 ? 1u : 0u, 2) * 2 + (pronoun.Speaker >= 0 ? 1u : 0u));
        keys[n++] = Key(43, Join(g, (pronoun.OpensSentence ? 1u : 0u) + (pronoun.OpensParagraph ? 2u : 0u), 4) * 2 + (p.Reflexive ? 1u : 0u));
        keys[n++] = Key(44, Join(g, syntax.Tokens[p.Head].Deprel == "expl" ? 1u : 0u, 2));
        if (pronoun.Group is 1 or 2 or 4 or 5 && pronoun.Governor >= 0)
            keys[n++] = Key(45, Features.Pair(Join(g, (ulong)p.Role, 8), Hash(syntax.Tokens[pronoun.Governor].Lemma)));
        return n;
    }

    /// <summary>How much of the talk is of this one: 0 below an eighth of all mentions of the candidates, 5 for nearly all.</summary>
    private static ulong Salience(int count, int mentioned) => (16 * count / Math.Max(mentioned, 1)) switch { < 2 => 0, < 4 => 1, < 6 => 2, < 9 => 3, < 13 => 4, _ => 5 };

    private static ulong FormOf(Mention p, Mention m) => m.Form switch
    {
        MentionForm.Name => m.End - m.First > 1 ? 0u : 1u,
        MentionForm.Noun => m.Definite ? 2u : m.Indefinite ? 3u : m.Possessed ? 4u : 5u,
        _ => m.Pronoun == p.Pronoun ? 6u : 7u,
    };

    private static ulong Agreement(Mention p, Referent referent)
    {
        bool? wanted = p.Pronoun switch { PronounClass.He => false, PronounClass.She => true, _ => null };
        if (wanted is null)
            return referent.Plural ? 1u : 0u;
        return referent.Female is null ? 0u : referent.Female == wanted ? 1u : 2u;
    }

    private ulong Paragraphs(Mention p, Mention m) => (ulong)Math.Min(Math.Abs(syntax.ParagraphOf(p.Head) - syntax.ParagraphOf(m.Head)), 3);

    /// <summary>0 other governors, 1 the same, 2 the pronoun's governor is the candidate, 3 the candidate's governor is the pronoun's own governor's governor.</summary>
    private ulong SameGovernor(in PronounContext pronoun, Mention m, int governor)
    {
        if (pronoun.Governor < 0)
            return 0;
        if (pronoun.Governor == governor)
            return pronoun.Mention.Reflexive ? 4u : 1u;
        if (pronoun.Governor >= m.First && pronoun.Governor < m.End)
            return 2;
        return governor >= 0 && syntax.GovernorOf(pronoun.Governor) == governor ? 3u : 0u;
    }

    private int SubjectLevel(Mention p, Mention m) =>
        m.Sentence != p.Sentence || m.Role != Role.Subject ? 0 : syntax.SubjectLevel(p.Head, m.Top);

    /// <summary>Who stands in whose quotation, and whether the candidate speaks it.</summary>
    private ulong QuoteRelation(in PronounContext pronoun, Mention m, Referent referent)
    {
        int quote = pronoun.Mention.Quote;
        if (quote < 0)
            return m.Quote < 0 ? 0u : speakers[m.Quote] >= 0 && speakers[m.Quote] == pronoun.Index ? 1u : 2u;
        if (pronoun.Speaker >= 0 && ReferenceEquals(mentions.All[pronoun.Speaker].Referent, referent))
            return m.Quote == quote ? 3u : 4u;
        ulong known = pronoun.Speaker < 0 ? 0u : 4u;
        return m.Quote == quote ? 5 + known : m.Quote >= 0 ? 6 + known : 7 + known;
    }

    private static ulong Join(ulong left, ulong right, ulong size) => left * size + right;

    private static ulong Hash(string word)
    {
        ulong hash = Features.Seed;
        foreach (char c in word)
            hash = Features.Step(hash, c);
        return hash;
    }

    private static uint Key(int template, ulong value) => Features.Key(template, value);
}

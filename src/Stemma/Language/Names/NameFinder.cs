using System.Collections.Immutable;
using Stemma.Language.Networks;
using Stemma.Language.Tagging;
using Stemma.Text;

namespace Stemma.Language.Names;

/// <summary>Finds the names of a report, settles their kinds, joins those that mean the same, and gives people their roles.</summary>
/// <remarks>
/// Candidates come from the trained name model where the engine was built with it, and from <see cref="NameRules"/> where it was not or
/// where it saw nothing. Safe from many threads.
/// </remarks>
internal sealed class NameFinder
{
    private readonly NameLexicon lexicon = new();
    private readonly NameJoiner joiner;
    private readonly NamesNetwork? network;

    /// <exception cref="InvalidDataException">The model file is there but damaged or of another version.</exception>
    public NameFinder(bool rulesOnly)
    {
        joiner = new NameJoiner(lexicon);
        if (!rulesOnly && Resources.Has(NamesNetwork.File))
            network = NamesNetwork.Load();
    }

    /// <summary>Whether the trained name model is in this build.</summary>
    public bool HasModel => network is not null;

    /// <summary>Whether the trained model, where there is one, fits what it reads.</summary>
    public bool Takes(WordVectors vectors, SyntaxNetwork syntax) => network?.Takes(vectors, syntax) ?? true;

    /// <summary>What the word lists know of a sentence's words.</summary>
    /// <param name="cues">Receives one for each token.</param>
    public void Look(string text, ReadOnlySpan<TextSpan> spans, Span<NameCues> cues) =>
        lexicon.Fill(text, spans, SentenceCases.Of(text, spans) == SentenceCase.Upper, cues);

    /// <summary>Labels the tokens of several sentences by the trained model; without one, all are outside.</summary>
    /// <param name="ends">One past the last token of each sentence, rising.</param>
    /// <param name="states">The lower state of the syntax network, rows of <paramref name="size"/>.</param>
    /// <param name="labels">Receives one of <see cref="NameLabels"/> for each token.</param>
    /// <param name="probabilities">Receives the probability of each.</param>
    public void Label(
        ReadOnlySpan<WordForm> forms, ReadOnlySpan<NameCues> cues, ReadOnlySpan<int> ends, WordVectors vectors, ReadOnlySpan<float> states, int size,
        Workspace work, Span<int> labels, Span<float> probabilities)
    {
        if (network is null)
            labels.Clear();
        else
            network.Run(forms, cues, ends, vectors, states, size, work, labels, probabilities);
    }

    /// <summary>Finds the candidates of one sentence.</summary>
    /// <param name="spans">The sentence's tokens.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="probabilities">The labels' probabilities.</param>
    /// <param name="tokens">All tokens of the report up to the end of this sentence.</param>
    /// <param name="cues">For all tokens of the report.</param>
    /// <param name="found">Receives the candidates, in order.</param>
    public void Collect(
        string text, ReadOnlySpan<TextSpan> spans, ReadOnlySpan<int> labels, ReadOnlySpan<float> probabilities, ReadOnlySpan<Token> tokens, Sentence sentence, ReadOnlySpan<NameCues> cues,
        Scratch scratch, List<NameMention> found)
    {
        SentenceCase sentenceCase = SentenceCases.Of(text, spans);
        List<NameMention> byRule = scratch.ByRule;
        byRule.Clear();

        // A short sentence full of names looks like a headline, but headlines have no full stop.
        bool plainCase = sentenceCase == SentenceCase.Normal || (sentenceCase == SentenceCase.Title && text[spans[^1].Start] == '.');
        NameRules.Find(text, tokens, cues, sentence, plainCase, byRule);
        if (network is null)
        {
            NamePolish.Mend(text, tokens, cues, sentence, byRule);
            found.AddRange(byRule);
            return;
        }

        List<NameMention> byModel = scratch.ByModel;
        byModel.Clear();
        int start = 0;
        float least = 1;
        for (int i = 0; i < labels.Length; i++)
        {
            int part = NameLabels.PartOf(labels[i]);
            if (part is 0 or 3)
                (start, least) = (i, 1);
            least = Math.Min(least, probabilities[i]);
            if (part is 2 or 3)
                byModel.Add(new NameMention(sentence.FirstToken + start, sentence.FirstToken + i + 1, NameLabels.KindOf(labels[i])) { Probability = least });
        }

        NamePolish.KeepPlacesWhole(cues, sentence, byModel);
        NamePolish.Mend(text, tokens, cues, sentence, byModel);
        Merge(byModel, byRule, found, plainCase);
    }

    /// <summary>The model's names, and of the rules' those that touch none of them.</summary>
    private static void Merge(List<NameMention> byModel, List<NameMention> byRule, List<NameMention> found, bool plainCase)
    {
        int m = 0;
        foreach (NameMention name in byRule)
        {
            while (m < byModel.Count && byModel[m].End <= name.First)
                found.Add(byModel[m++]);
            bool free = m == byModel.Count || byModel[m].First >= name.End;
            if (free && plainCase && name.Certain)
                found.Add(name);
        }

        while (m < byModel.Count)
            found.Add(byModel[m++]);
    }

    /// <summary>Settles kinds and names over the whole report.</summary>
    public ImmutableArray<EntityMention> Finish(
        string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<NameCues> cues, List<NameMention> names)
    {
        DropOpenings(text, tokens, sentences, cues, names);
        if (names.Count == 0)
            return [];
        NameRepeats.Add(text, tokens, cues, names);
        int s = 0;
        foreach (NameMention name in names)
        {
            while (sentences[s].EndToken <= name.First)
                s++;
            if (name.Kind == EntityKind.Person || HasOfficeBefore(cues, sentences[s], name))
                NameRoles.Find(text, tokens, cues, sentences[s], name);
        }

        NameKinds.Settle(text, tokens, sentences, cues, names);
        joiner.Join(text, tokens, cues, names);
        NameSexes.Settle(text, tokens, sentences, cues, names);
        ImmutableArray<EntityMention>.Builder entities = ImmutableArray.CreateBuilder<EntityMention>(names.Count);
        foreach (NameMention name in names)
        {
            NameMention full = name.Of ?? name;
            bool person = name.Kind == EntityKind.Person;
            entities.Add(new EntityMention(
                name.Span(tokens), name.Kind, joiner.Canonical(text, tokens, name), person ? full.Role : null, person ? full.Female : null));
        }

        return entities.MoveToImmutable();
    }

    /// <summary>Drops common words that only the start of a sentence capitalises ("Buses ran late"), unless the report uses them as names elsewhere.</summary>
    private static void DropOpenings(
        string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<NameCues> cues, List<NameMention> names)
    {
        HashSet<string> inside = new(StringComparer.Ordinal);
        List<int> doubtful = [];
        int s = 0;
        for (int n = 0; n < names.Count; n++)
        {
            NameMention name = names[n];
            while (sentences[s].EndToken <= name.First)
                s++;
            int first = sentences[s].FirstToken;
            bool opens = name.First == first || (name.First == first + 1 && Characters.IsQuote(text[tokens[first].Span.Start]));
            if (!opens || name.IsSure)
                inside.Add(tokens[name.First].Span.In(text).ToString());
            else if (name.Length == 1 && (cues[name.First] & NameCues.Gazetteer) == 0
                && ((cues[name.First] & NameCues.Common) != 0 || tokens[name.First].Upos is not (Upos.Propn or Upos.X)))
                doubtful.Add(n);
        }

        int next = 0;
        int kept = 0;
        for (int n = 0; n < names.Count; n++)
        {
            bool doubted = next < doubtful.Count && doubtful[next] == n;
            next += doubted ? 1 : 0;
            if (!doubted || inside.Contains(tokens[names[n].First].Span.In(text).ToString()))
                names[kept++] = names[n];
        }

        names.RemoveRange(kept, names.Count - kept);
    }

    private static bool HasOfficeBefore(ReadOnlySpan<NameCues> cues, Sentence sentence, NameMention name) =>
        name.Kind != EntityKind.Place && name.First > sentence.FirstToken && (cues[name.First - 1] & (NameCues.FemaleRole | NameCues.MaleRole)) != 0;

    /// <summary>Buffers of one analysis, so that a sentence allocates nothing.</summary>
    internal sealed class Scratch
    {
        public List<NameMention> ByRule { get; } = [];

        public List<NameMention> ByModel { get; } = [];
    }
}

namespace Stemma.Language.Coreference;

/// <summary>Goes through a text's mentions in order and settles what each means.</summary>
/// <remarks>Names keep what the joining of names gave them. "I", "we" and "you" are settled last: who speaks may stand behind the words.</remarks>
internal sealed class ReferenceReader(ReferenceLexicon lexicon)
{
    private readonly MentionFinder finder = new(lexicon);

    /// <param name="model">Null where <paramref name="guide"/> decides.</param>
    public MentionList Read(LinguisticText text, ReferenceModel? model, IReferenceGuide? guide)
    {
        TextSyntax syntax = new(text);
        MentionList mentions = new(syntax, finder.Find(syntax));
        NounJoiner.JoinAppositions(mentions);
        int[] speakers = QuoteSpeakers.Find(mentions, lexicon);
        PairFeatures features = new(mentions, speakers, lexicon);
        List<Candidate> candidates = new(Candidates.Most);
        for (int i = 0; i < mentions.All.Count; i++)
        {
            Mention mention = mentions.All[i];
            int other = mention.Form switch
            {
                MentionForm.Noun => NounJoiner.Earlier(mentions, i),
                MentionForm.Pronoun when mention.Pronoun == PronounClass.Who => RelativeHead(mentions, i),
                _ => -1,
            };
            if (other >= 0)
                mention.Referent = mentions.All[other].Referent;
            else if (mention.Pronoun is PronounClass.He or PronounClass.She or PronounClass.They or PronounClass.It)
                Choose(mentions, i, speakers, features, candidates, model, guide);
            Enter(mention, i);
        }

        for (int i = 0; i < mentions.All.Count; i++)
        {
            if (mentions.All[i].Pronoun is PronounClass.I or PronounClass.We or PronounClass.You)
                Choose(mentions, i, speakers, features, candidates, model, guide);
        }

        return mentions;
    }

    /// <summary>"who" means the noun that its clause stands to; where the parser saw no such clause, the one right before it, a comma apart.</summary>
    /// <returns>Index of a mention, or -1.</returns>
    private static int RelativeHead(MentionList mentions, int index)
    {
        TextSyntax syntax = mentions.Syntax;
        int token = mentions.All[index].Head;
        int at = token;
        for (int step = 0; step < 8 && at >= 0; step++)
        {
            if (syntax.Tokens[at].Deprel == "acl:relcl")
            {
                int noun = syntax.Tokens[at].Head;
                return noun < 0 || noun >= token ? -1 : mentions.At(noun);
            }

            at = syntax.Tokens[at].Head;
        }

        int before = token - 1;
        if (before >= 0 && syntax.Tokens[before].Upos == Upos.Punct && syntax.Text.Text[syntax.Tokens[before].Span.Start] == ',')
            before--;
        int found = before >= 0 && syntax.SentenceOf[before] == syntax.SentenceOf[token] ? mentions.At(before) : -1;
        return found >= 0 && mentions.All[found].Form != MentionForm.Pronoun ? found : -1;
    }

    private static void Enter(Mention mention, int index)
    {
        Referent referent = mention.Referent;
        referent.Count++;
        if (referent.First < 0)
            referent.First = index;
    }

    private void Choose(
        MentionList mentions, int index, int[] speakers, PairFeatures features, List<Candidate> candidates, ReferenceModel? model, IReferenceGuide? guide)
    {
        PronounContext pronoun = new(mentions, index, speakers, lexicon);
        candidates.Clear();
        if (pronoun.Group < 3)
            Candidates.OfThirdPerson(mentions, pronoun, candidates);
        else
            Candidates.OfSpeakers(mentions, pronoun, candidates);
        if (candidates.Count == 0)
            return;
        bool sure = true;
        int chosen = guide is null
            ? Decide(pronoun, features, candidates, model!, out sure)
            : guide.Choose(mentions, index, candidates, Keys(pronoun, features, candidates));
        if (chosen < 0)
            return;
        Mention mention = mentions.All[index];
        Referent referent = candidates[chosen].Referent;
        mention.Referent = referent;
        mention.IsUnsure = !sure;
        referent.Female ??= mention.Pronoun switch { PronounClass.He => false, PronounClass.She => true, _ => null };
    }

    private static int Decide(in PronounContext pronoun, PairFeatures features, List<Candidate> candidates, ReferenceModel model, out bool sure)
    {
        (int most, int mentioned) = Counts(candidates);
        Span<uint> keys = stackalloc uint[PairFeatures.Most];
        Span<int> scores = stackalloc int[Candidates.Most + 1];
        for (int c = 0; c < candidates.Count; c++)
            scores[c] = model.Score(keys[..features.Fill(pronoun, candidates[c], candidates.Count, most, mentioned, keys)]);
        scores[candidates.Count] = model.Score(keys[..features.FillNone(pronoun, candidates[0], candidates.Count, keys)]);
        return model.Best(scores[..(candidates.Count + 1)], pronoun.Group, out sure);
    }

    private static List<uint[]> Keys(in PronounContext pronoun, PairFeatures features, List<Candidate> candidates)
    {
        (int most, int mentioned) = Counts(candidates);
        Span<uint> keys = stackalloc uint[PairFeatures.Most];
        List<uint[]> all = [];
        foreach (Candidate candidate in candidates)
            all.Add(keys[..features.Fill(pronoun, candidate, candidates.Count, most, mentioned, keys)].ToArray());
        all.Add(keys[..features.FillNone(pronoun, candidates[0], candidates.Count, keys)].ToArray());
        return all;
    }

    private static (int Most, int Mentioned) Counts(List<Candidate> candidates)
    {
        (int most, int mentioned) = (0, 0);
        foreach (Candidate candidate in candidates)
        {
            most = Math.Max(most, candidate.Referent.Count);
            mentioned += candidate.Referent.Count;
        }

        return (most, mentioned);
    }
}

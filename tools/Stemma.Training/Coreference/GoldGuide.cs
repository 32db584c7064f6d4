using Stemma.Language.Coreference;

namespace Stemma.Training.Coreference;

/// <summary>Keeps every choice that the reader has, and leads it along GUM's chains, or lets a model choose.</summary>
/// <param name="model">Null follows gold: what comes later is then read in a better light than it will be without it.</param>
internal sealed class GoldGuide(Func<int, (string? Chain, int Length)> gold, ReferenceModel? model) : IReferenceGuide
{
    public List<ReferenceExample> Examples { get; } = [];

    public int Choose(MentionList mentions, int pronoun, IReadOnlyList<Candidate> candidates, IReadOnlyList<uint[]> features)
    {
        int token = mentions.All[pronoun].Head;
        string? chain = gold(token) is { Length: 1 } own ? own.Chain : null;
        bool[] right = new bool[candidates.Count + 1];
        int chosen = -1;
        for (int c = 0; c < candidates.Count; c++)
        {
            right[c] = chain is not null && gold(mentions.All[candidates[c].Mention].Head).Chain == chain;
            if (right[c] && chosen < 0)
                chosen = c;
        }

        right[^1] = chosen < 0;
        PronounClass pronounClass = mentions.All[pronoun].Pronoun;
        int group = pronounClass switch
        {
            PronounClass.He or PronounClass.She => 0,
            PronounClass.They => 1,
            PronounClass.It => 2,
            PronounClass.I => 3,
            PronounClass.We => 4,
            _ => 5,
        };
        Examples.Add(new ReferenceExample(group, [.. features], right));
        return model is null ? chosen : model.Best([.. features.Select(f => model.Score(f))], group, out _);
    }
}

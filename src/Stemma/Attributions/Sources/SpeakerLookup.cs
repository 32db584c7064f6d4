using Stemma.Language;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Finds who the words of a source mean, among the sources and names of the report so far.</summary>
internal sealed class SpeakerLookup(ReadingText text, References references, SourceDescriber describer)
{
    /// <summary>Pronouns that stand for pronouns are followed this far.</summary>
    private const int MostSteps = 40;

    /// <summary>The profile of the latest source that each token was part of.</summary>
    private readonly SourceProfile?[] known = new SourceProfile?[text.Tokens.Length];

    /// <summary>Outlets and agencies named so far, the latest last: "the newspaper" is one of them.</summary>
    private readonly List<SourceProfile> media = [];

    public void Remember(TokenRange source, SourceProfile profile)
    {
        for (int t = source.From; t < source.To; t++)
            known[t] = profile;
        if (profile is { Kind: SourceKind.Outlet or SourceKind.Agency, HeadWord: null })
            media.Add(profile);
    }

    /// <returns>Null where it is unsure who is meant.</returns>
    public SourceProfile? Profile(TokenRange source)
    {
        string first = text.Lower[source.From];
        if (source.Length == 1 && (text.Class[source.From] is Pronoun or Wh or That || first is "his" or "her" or "their" or "its"))
            return Referent(source.From);
        SourceProfile own = describer.Describe(source);
        if (first is "one" or "both" or "some" or "another" && source.Length >= 2 && text.Lower[source.From + 1] is "of" && text.Lower[source.To - 1] is "them" or "people" or "officials" or "sources")
            return Referent(source.To - 1) is { IsPlural: true, Anonymous: true } several ? several with { Count = first is "one" or "another" ? 1 : several.Count } : own with { Anonymous = true };
        bool definite = first is "the" or "that" or "this" or "those" or "these" || (own.HeadWord is "official" or "spokesman" or "spokeswoman" && source.Length == 1);
        if (!definite || own.HeadWord is null || source.Length > 3)
            return own;
        if (Referent(Media.Head(text, source)) is { } before)
            return before;
        return own.Kind is SourceKind.Outlet or SourceKind.Agency && media.Count > 0 ? media[^1] : own;
    }

    /// <summary>Follows what a pronoun or noun means to a source met before, a name, or the noun where it was first told of.</summary>
    private SourceProfile? Referent(int token)
    {
        int at = token;
        for (int step = 0; step < MostSteps; step++)
        {
            int before = references.Antecedent(at);
            if (before < 0 || (step > 0 && before > at))
                break;
            at = before;
            if (known[at] is { } profile)
                return profile;
            if (text.Class[at] is not (Pronoun or Wh))
                break;
        }

        if (references.Name(token) is { } name)
            return new SourceProfile(name.Name, KindOf(name), false, null, name.Role, null) { Female = name.Female };
        if (at == token || text.Class[at] is Pronoun or Wh)
            return null;
        int start = NounPhrases.Left(text, at + 1, Math.Max(0, at - 20));
        return start < 0 ? null : describer.Describe(new TokenRange(start, at + 1));
    }

    private static SourceKind KindOf(EntityMention name) => name.Kind == EntityKind.Person ? SourceKind.Person : SourceKind.Organisation;
}

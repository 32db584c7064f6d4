using Stemma.Language;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Draws a profile from the words of a source; pronouns and "the official" are left to <see cref="SpeakerResolver"/>.</summary>
internal sealed class SourceDescriber(ReadingText text, NameIndex names)
{
    public SourceProfile Describe(TokenRange range)
    {
        TokenRange? person = Sources.NamedPerson(text, range);
        SourceKind kind = Sources.Kind(text, range, person);
        bool unnamed = Sources.IsUnnamed(text, range, person);
        if (person is null && Sources.NameBehind(text, range) is { } named)
            return Describe(named) with { Kind = kind };
        int head = Media.Head(text, range);
        if (person is null && kind is SourceKind.Organisation or SourceKind.Person && names.PersonBySurname(text, range) is { } bySurname)
            return OfPerson(range, bySurname, bySurname);
        if (person is { } name)
            return OfPerson(range, names.Full(text, name), text.Words(name));
        string words = kind is SourceKind.Outlet or SourceKind.Agency ? MediumName(range) : Plain(range);
        if (kind == SourceKind.Organisation && Entities.Covering(text, text.Tokens[head].Span) is { } entity && entity.Span == text.Span(WithoutArticle(range)))
            words = entity.Name;
        return new SourceProfile(words, kind, unnamed, unnamed || kind == SourceKind.Person ? BodyOf(range, head) : null, null, text.Class[head] is Name ? null : text.Lower[head])
        {
            Count = unnamed ? CountOf(range) : null,
            Access = unnamed ? AccessOf(range) : null,
            IsPlural = kind == SourceKind.Group || Sources.IsPlural(text, head),
            Female = text.Lower[head] is "spokeswoman" or "woman" or "mother" or "sister" or "daughter" or "chairwoman" or "policewoman" or "congresswoman" ? true
                : text.Lower[head] is "spokesman" or "man" or "father" or "brother" or "son" or "fisherman" or "chairman" or "policeman" or "congressman" or "postman" ? false : null,
        };
    }

    private SourceProfile OfPerson(TokenRange range, string full, string asWritten)
    {
        EntityMention? mention = Entities.Covering(text, text.Span(range));
        string? role = mention?.Role ?? RoleOf(range, asWritten);
        bool? female = mention?.Female ?? GenderIn(text.Words(range));
        // A lone name keeps its rank: "Commander Sable" is all that is known of him.
        if (!full.Contains(' ', StringComparison.Ordinal) && role is not null && !role.Contains(' ', StringComparison.Ordinal) && char.IsUpper(role[0]) && text.Words(range).Contains(role + " " + full, StringComparison.Ordinal))
            full = role + " " + full;
        return new SourceProfile(full, SourceKind.Person, false, role is null ? null : BodyInRole(role), role, null) { Female = female };
    }

    /// <summary>"Yonhap news agency" of "South Korea's Yonhap news agency", "YTN" of "broadcaster YTN".</summary>
    private string MediumName(TokenRange range)
    {
        if (Media.NameBehindKind(text, range) is int from and >= 0)
            return Plain(new TokenRange(from, range.To));
        for (int t = range.From; t + 1 < range.To; t++)
        {
            if (text.Class[t] is Possessive && text.Lower[t] is "'s" && text.Class[t + 1] is Name)
                return Plain(new TokenRange(t + 1, range.To));
        }

        return Plain(range);
    }

    private static bool? GenderIn(string words)
    {
        if (words.Contains("woman", StringComparison.Ordinal) || words.StartsWith("Ms", StringComparison.Ordinal) || words.StartsWith("Mrs", StringComparison.Ordinal))
            return true;
        return words.Contains("spokesman", StringComparison.Ordinal) || words.StartsWith("Mr", StringComparison.Ordinal) ? false : null;
    }

    /// <summary>The words of the phrase that are not the name: "coastguard spokeswoman", "chief economist at Nordic Securities".</summary>
    private string? RoleOf(TokenRange range, string asWritten)
    {
        string all = text.Words(range);
        int at = all.IndexOf(asWritten, StringComparison.Ordinal);
        if (at < 0)
            return null;
        string before = Unarticled(all[..at].Trim(' ', ',', '\n'));
        string after = Unarticled(all[(at + asWritten.Length)..].Trim(' ', ',', '\n'));
        return before.Length > 2 && !Sources.IsTitle(before.ToLowerInvariant()) ? before : after.Length > 3 ? after : null;
    }

    private static string? BodyInRole(string role)
    {
        foreach (string word in (string[])[" of the ", " of ", " at ", " for the ", " for ", " with "])
        {
            int at = role.IndexOf(word, StringComparison.Ordinal);
            if (at > 0)
                return role[(at + word.Length)..];
        }

        int space = role.LastIndexOf(' ');
        return space > 0 && Sources.KindWord(role[(space + 1)..].ToLowerInvariant()) is "person" or "office" ? role[..space] : null;
    }

    /// <summary>"South Korean government" of "a South Korean government official"; "Nordic Lines" of "an executive at Nordic Lines".</summary>
    private string? BodyOf(TokenRange range, int head)
    {
        int from = WithoutArticle(range).From;
        while (from < head && text.Class[from] is Number || (from < head && text.Lower[from] is "unnamed" or "unidentified" or "anonymous" or "senior" or "top" or "former" or "several" or "some" or "other" or "two" or "three" or "one"))
            from++;
        if (from < head && text.Class[from] is Name or Noun or Adjective)
        {
            string words = text.Words(new TokenRange(from, head));
            if (text.Class[head - 1] is Noun or Name || text.IsCapital(from))
                return words;
        }

        for (int t = head + 1; t + 1 < range.To; t++)
        {
            if (text.Lower[t] is "at" or "from" or "of" or "for" or "with" && text.Class[t] is Preposition && text.Class[t + 1] is Determiner or Name or Noun)
            {
                int end = NounPhrases.BaseRight(text, t + 1, range.To);
                return end > 0 && text.Lower[t] is not "with" ? Plain(new TokenRange(t + 1, end)) : null;
            }

            if (text.Class[t] is Comma or Participle or Wh)
                break;
        }

        return null;
    }

    private int? CountOf(TokenRange range) => text.Lower[range.From] switch
    {
        "a" or "an" or "one" or "another" => 1,
        "two" or "2" or "both" => 2,
        "three" or "3" => 3,
        "four" or "4" => 4,
        "five" or "5" => 5,
        "six" or "6" => 6,
        _ => null,
    };

    /// <summary>"briefed on the matter", "with direct knowledge of the plan".</summary>
    private string? AccessOf(TokenRange range)
    {
        for (int t = range.From + 1; t < range.To; t++)
        {
            bool begins = text.Lower[t] is "briefed" or "familiar" or "close" or "involved" or "privy" or "aware" or "informed"
                || (text.Lower[t] is "with" && t + 2 < range.To && text.Lower[t + 1] is "direct" or "knowledge" or "access" or "first-hand" or "intimate");
            if (begins)
                return text.Words(new TokenRange(t, range.To)).TrimEnd(',', ' ');
        }

        return null;
    }

    private TokenRange WithoutArticle(TokenRange range)
    {
        int from = range.From;
        while (from < range.To - 1 && text.Lower[from] is "a" or "an" or "the" or "neither" or "both")
            from++;
        return new TokenRange(from, range.To);
    }

    private string Plain(TokenRange range) => text.Words(WithoutArticle(range)).Replace('\n', ' ').TrimEnd(',', ' ');

    private static string Unarticled(string words)
    {
        foreach (string article in (string[])["the ", "The ", "a ", "A ", "an ", "An "])
        {
            if (words.StartsWith(article, StringComparison.Ordinal))
                return words[article.Length..];
        }

        return words;
    }
}

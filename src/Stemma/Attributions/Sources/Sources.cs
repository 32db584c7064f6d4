using System.Collections.Frozen;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>What the words of a source tell about it, looking at them alone.</summary>
internal static class Sources
{
    private static readonly FrozenDictionary<string, string> Words =
        Text.Resources.Table("Attributions/PeopleWords.en.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    public static string? KindWord(string lower) => Words.TryGetValue(lower, out string? kind) ? kind : null;

    public static bool IsPersonNoun(string lower) => Words.TryGetValue(lower, out string? kind) && kind is "person";

    /// <summary>Whether a phrase can be somebody's name or description: used where a verb also takes things ("citing costs").</summary>
    public static bool CanSpeak(ReadingText text, TokenRange range)
    {
        if (range.IsEmpty)
            return false;
        int head = Media.Head(text, range);
        return text.Class[head] is Name or Pronoun || Words.ContainsKey(text.Lower[head]) || Media.IsOutlet(text, range) || NamedPerson(text, range) is not null
            || text.Lower[range.From] is "several" or "some" or "many" || text.Lower[head] is "one" or "two" or "three" or "four" or "five";
    }

    /// <returns>The tokens of a person's name in the phrase, or null.</returns>
    /// <remarks>A run of names that is the whole phrase, stands behind a role ("spokeswoman Ana Lindholm"), or is an apposition ("a fisherman, Tom Hale").</remarks>
    public static TokenRange? NamedPerson(ReadingText text, TokenRange range)
    {
        if (IsNamedMedium(text, range))
            return null;
        int from = range.From;
        while (from < range.To)
        {
            int to = from;
            while (to < range.To && text.Class[to] is not (Comma or Dash or Bracket))
                to++;
            TokenRange segment = new(from, to);
            if (NameIn(text, segment, from == range.From) is { } name)
                return name;
            if (from > range.From && IsPersonNoun(text.Lower[Media.Head(text, range)]) && IsNameOfPerson(text, segment))
                return segment;
            from = to + 1;
        }

        return null;
    }

    /// <summary>"the weekly Aurora": a short name behind the kind of medium is the medium's, whatever else is called so; "the agency Director Jane Roe" has a role in between.</summary>
    private static bool IsNamedMedium(ReadingText text, TokenRange range)
    {
        int name = Media.NameBehindKind(text, range);
        if (name < 0 || range.To - name > 3)
            return false;
        for (int t = name; t < range.To; t++)
        {
            if (text.Class[t] is not Name || KindWord(text.Lower[t]) is "person" or "office" || IsTitle(text.Lower[t]))
                return false;
        }

        return true;
    }

    /// <summary>"a farmer from the hills, <b>Piet Obuya</b>,": a bare name that tells who a person is, and not where the place before the comma lies.</summary>
    public static bool IsNameOfPerson(ReadingText text, TokenRange behindComma)
    {
        if (behindComma.Length is < 2 or > 4 || !IsBareName(text, behindComma) || Media.IsOutlet(text, behindComma))
            return false;
        int before = behindComma.From - 2;
        if (before < 0 || KindWord(text.Lower[before]) is "body")
            return false; // "a porter at the hospital, St Jude, said"
        return text.Class[before] is not Name || EntityKindOf(text, behindComma) is null or Language.EntityKind.Person;
    }

    /// <summary>"The firm, <b>Harrow Milling</b>,": the name that a definite phrase for a body brings behind its comma; null where it brings none.</summary>
    public static TokenRange? NameBehind(ReadingText text, TokenRange range)
    {
        int comma = range.From;
        while (comma < range.To && text.Class[comma] is not Comma)
            comma++;
        int head = Media.Head(text, range);
        if (comma >= range.To - 1 || text.Class[head] is not Noun || KindWord(text.Lower[head]) is not "body" || text.Lower[range.From] is not ("the" or "its" or "their" or "his" or "her" or "our" or "this" or "a" or "an"))
            return null;
        int end = comma + 1;
        while (end < range.To && text.Class[end] is not Comma)
            end++;
        TokenRange name = new(text.Lower[comma + 1] is "the" && end > comma + 2 ? comma + 2 : comma + 1, end);
        return IsBareName(text, name) ? name : null;
    }

    private static bool IsBareName(ReadingText text, TokenRange segment)
    {
        bool name = !segment.IsEmpty && !TimeWords.IsHead(text, segment.From);
        for (int t = segment.From; t < segment.To; t++)
            name &= IsNamePart(text, t) || text.Lower[t] is "&";
        return name && text.IsCapital(segment.From);
    }

    private static TokenRange? NameIn(ReadingText text, TokenRange segment, bool first)
    {
        int end = segment.From;
        while (end < segment.To && text.Class[end] is not (Preposition or To or Wh or That or Participle or FiniteVerb or Coordinator or Ing))
            end++;
        if (PersonEndingAt(text, segment.From, end) is { } known)
            return known;
        int start = end;
        while (start > segment.From && IsNamePart(text, start - 1))
            start--;
        if (start == end)
            return null;
        // "Mr. Kim", "President Biden", "Dr Hanne Roth": titles are no part of the name.
        while (start < end - 1 && IsTitle(text.Lower[start]))
            start++;
        bool role = start > segment.From && (IsTitle(text.Lower[start - 1]) || KindWord(text.Lower[start - 1]) is "person" or "office");
        for (int t = start; t < end; t++)
        {
            if (!role && KindWord(text.Lower[t]) is "body" or "document")
                return null;
            // A role in capitals: "State Department Spokesman Matthew Miller".
            if (t < end - 1 && KindWord(text.Lower[t]) is "person" or "office")
                (start, role) = (t + 1, true);
        }

        if (start >= end || Media.IsOutlet(text, new TokenRange(start, end)))
            return null;
        if (role)
            return new TokenRange(start, end);
        if (start > segment.From && text.Class[start - 1] is not Possessive)
            return null;
        if (EntityKindOf(text, new TokenRange(start, end)) is { } kind)
            return kind == Language.EntityKind.Person ? new TokenRange(start, end) : null;
        if (start > segment.From)
            return null;
        // Two to four names in a row and nothing that tells a body: taken for a person where an apposition says what they are.
        return end - start is >= 2 and <= 4 && !first ? new TokenRange(start, end) : null;
    }

    /// <summary>The person that the language stage found as the last words of a phrase, whatever the words before are tagged as.</summary>
    private static TokenRange? PersonEndingAt(ReadingText text, int from, int end)
    {
        if (end == from || Entities.Covering(text, text.Tokens[end - 1].Span) is not { Kind: Language.EntityKind.Person } person || person.Span.End != text.Tokens[end - 1].Span.End)
            return null;
        int start = end - 1;
        while (start > from && text.Tokens[start - 1].Span.Start >= person.Span.Start)
            start--;
        return text.Tokens[start].Span.Start == person.Span.Start && !Media.IsOutlet(text, new TokenRange(start, end)) ? new TokenRange(start, end) : null;
    }

    public static bool IsTitle(string lower) => lower is "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "miss" or "messrs." or "dr" or "dr." or "prof" or "prof." or "sir" or "dame" or "lord" or "lady"
        or "gen." or "gen" or "lt." or "col." or "maj." or "capt." or "sgt." or "sen." or "sen" or "rep." or "rep" or "gov." or "gov" or "rev." or "president" or "senator" or "governor" or "chancellor" or "minister"
        or "comrade" or "professor" or "judge" or "justice" or "general" or "colonel" or "captain" or "mayor" or "chairman" or "king" or "queen" or "prince" or "princess" or "pope" or "st.";

    private static bool IsNamePart(ReadingText text, int t) =>
        text.Class[t] is Name || (text.Lower[t] is "-" && !text.Tokens[t].SpaceBefore) || (text.IsCapital(t) && text.Class[t] is Noun or Adjective or Other)
        || (text.Lower[t] is "de" or "van" or "von" or "bin" or "al" or "der" or "la" or "du" or "el" or "ben" or "di" or "da");

    private static Language.EntityKind? EntityKindOf(ReadingText text, TokenRange range)
    {
        Language.EntityMention? mention = Entities.Covering(text, text.Span(range));
        return mention?.Kind;
    }

    public static SourceKind Kind(ReadingText text, TokenRange range, TokenRange? person)
    {
        if (person is not null)
            return SourceKind.Person;
        if (Media.IsAgency(text, range))
            return SourceKind.Agency;
        if (Media.IsOutlet(text, range))
            return SourceKind.Outlet;
        int head = Media.Head(text, range);
        string lower = text.Lower[head];
        switch (KindWord(lower))
        {
            case "person":
                return IsPlural(text, head) ? SourceKind.Group : SourceKind.Person;
            case "office":
                return SourceKind.Person;
            case "body":
                return SourceKind.Organisation;
            case "document":
                return SourceKind.Document;
            case "group":
                return SourceKind.Group;
        }

        if (lower is "he" or "she" or "i" or "who" or "one")
            return SourceKind.Person;
        if (lower is "they" or "we" or "some" or "many" or "others" or "most" or "both")
            return SourceKind.Group;
        if (text.Class[head] is Noun or Name && text.Lower[range.From] is "a" or "an" or "one" or "another" && IsWho(text, range))
            return SourceKind.Person;
        if (text.Class[head] == Name)
            return Entities.Covering(text, text.Tokens[head].Span)?.Kind == Language.EntityKind.Person ? SourceKind.Person : SourceKind.Organisation;
        if (text.Class[head] == Number)
            return SourceKind.Group;
        return IsPlural(text, head) ? SourceKind.Group : SourceKind.Organisation;
    }

    /// <summary>Whether a relative clause in a phrase, or right behind it, makes it a person.</summary>
    private static bool IsWho(ReadingText text, TokenRange range)
    {
        for (int t = range.From; t <= Math.Min(range.To + 1, text.Tokens.Length - 1); t++)
        {
            if (text.Lower[t] is "who" or "whose")
                return true;
            if (t >= range.To && text.Class[t] is not Comma)
                break;
        }

        return false;
    }

    public static bool IsPlural(ReadingText text, int head) =>
        text.Tokens[head].Xpos is "NNS" or "NNPS" || (text.Tokens[head].Xpos.Length == 0 && text.Lower[head].EndsWith('s')) || text.Lower[head] is "people" or "men" or "women" or "media";

    /// <summary>Whether nobody is named: a person noun that is indefinite, counted or plural ("an official", "two people", "officials"), or "one of them".</summary>
    public static bool IsUnnamed(ReadingText text, TokenRange range, TokenRange? person)
    {
        if (person is not null || range.IsEmpty)
            return false;
        int head = Media.Head(text, range);
        string? kind = KindWord(text.Lower[head]);
        string first = text.Lower[range.From];
        bool indefinite = first is "a" or "an" or "one" or "some" or "several" or "many" or "other" or "another" or "unnamed" or "unidentified" or "anonymous" || text.Class[range.From] == Number;
        // "One, a woman who sells honey, said": of several who were counted and not named.
        if (first is "one" or "another" && range.Length > 2 && text.Class[range.From + 1] is Comma)
            return true;
        if (kind == "office")
            return first is "a" or "an" or "one" or "unnamed" or "unidentified" or "anonymous";
        // "a juggler who was there": only people are "who".
        if (kind is null && indefinite && text.Class[head] is Noun or Name && IsWho(text, range))
            return true;
        if (kind != "person")
            return text.Class[head] is Number or Determiner && head == range.From && range.Length > 1 && text.Lower[head + 1] is "of";
        return indefinite || IsPlural(text, head) || first is "the" or "his" or "her" or "their" or "its" or "this" or "that" || text.Class[range.From] is Adjective or Noun or Name;
    }
}

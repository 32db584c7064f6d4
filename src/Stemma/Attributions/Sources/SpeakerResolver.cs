using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Says who each frame's source is: names in full, pronouns and "the official" by the sources before them.</summary>
internal sealed class SpeakerResolver(Language.ReferenceResolver resolver)
{
    /// <returns>A profile for each frame; null for hearsay.</returns>
    public SourceProfile?[] Resolve(ReadingText text, List<Frame> frames)
    {
        NameIndex names = new(text, frames);
        SourceDescriber describer = new(text, names);
        Language.References references = resolver.Resolve(text.Source);
        SourceProfile?[] profiles = new SourceProfile?[frames.Count];
        Dictionary<Frame, int> index = [];
        for (int i = 0; i < frames.Count; i++)
            index[frames[i]] = i;
        for (int i = 0; i < frames.Count; i++)
        {
            Frame frame = frames[i];
            if (frame.Source.IsEmpty)
            {
                profiles[i] = frame.SharesSourceOf is { } sharer && index.TryGetValue(sharer, out int s) && s < i ? profiles[s] : null;
                continue;
            }

            TokenRange words = frame.Antecedent.IsEmpty ? NameBeforeCue(text, frame) ?? frame.Source : frame.Antecedent;
            profiles[i] = Resolve(text, frames, profiles, i, words, describer, references) is { } found ? WithReason(text, frame, found) : null;
        }

        return profiles;
    }

    /// <summary>"A farmer who came down from the hills, <b>Piet Obuya</b>, told": the name that stands apart from the phrase; null where none does.</summary>
    private static TokenRange? NameBeforeCue(ReadingText text, Frame frame)
    {
        int end = frame.Cue.From;
        if (frame.Source.To >= end - 3 || end - frame.Source.To > 30 || text.Class[end - 1] is not Comma || !Sources.IsPersonNoun(text.Lower[Media.Head(text, frame.Source)]))
            return null;
        int start = end - 1;
        while (start > frame.Source.To && text.Class[start - 1] is Name)
            start--;
        TokenRange name = new(start, end - 1);
        return start > frame.Source.To && text.Class[start - 1] is Comma && Sources.IsNameOfPerson(text, name) ? name : null;
    }

    private static SourceProfile? Resolve(ReadingText text, List<Frame> frames, SourceProfile?[] profiles, int at, TokenRange words, SourceDescriber describer, Language.References references)
    {
        string first = text.Lower[words.From];
        bool pronoun = text.Class[words.From] is Pronoun or Wh or That || first is "his" or "her" or "their" or "its";
        if (words.Length == 1 && first is "i" && frames[at].Window.Quote < 0)
            return OfTurn(text, frames, profiles, at);
        if (words.Length == 1 && pronoun)
            return OfPronoun(text, frames, profiles, at, first, references.Name(words.From), describer);
        SourceProfile own = describer.Describe(words);
        if (first is "one" or "both" or "some" or "another" && words.Length >= 2 && text.Lower[words.From + 1] is "of" && text.Lower[words.To - 1] is "them" or "people" or "officials" or "sources")
            return Earlier(frames, profiles, at, p => p.IsPlural && p.Anonymous) is { } several ? first is "one" or "another" ? Single(several) : several : own with { Anonymous = true };
        if (IsOneMore(text, words))
            return OfFellows(frames, profiles, at, text.Lower[words.To - 1]) ?? own with { Anonymous = true, Kind = SourceKind.Person };
        bool definite = first is "the" or "that" or "this" or "those" or "these" || own.HeadWord is "official" or "spokesman" or "spokeswoman" && words.Length == 1;
        if (definite && own.HeadWord is { } head && words.Length <= 3)
        {
            SourceProfile? before = Earlier(frames, profiles, at, p => SameHead(p, head));
            if (before is not null)
                return before;
            if (first is "the" && words.Length == 2 && Earlier(frames, profiles, at, p => p is { Kind: SourceKind.Person, Anonymous: false, Speaker: { } name } && IsTitled(text, head, name), nearest: 5) is { } titled)
                return titled;
            if (own.Kind is SourceKind.Outlet or SourceKind.Agency && head is not ("press" or "media") && Earlier(frames, profiles, at, p => p.Kind is SourceKind.Outlet or SourceKind.Agency && p.HeadWord is null) is { } medium)
                return medium;
        }

        if (first is "the" && IsLife(text, words) && (Earlier(frames, profiles, at, p => p is { Kind: SourceKind.Person, Anonymous: false }, nearest: 1) ?? LastPerson(text, frames[at], Sex(text.Lower[words.From + 1]))) is { } person)
            return person;
        return own;
    }

    /// <summary>"REED: I think that": who has the word in a transcript; null elsewhere.</summary>
    private static SourceProfile? OfTurn(ReadingText text, List<Frame> frames, SourceProfile?[] profiles, int at)
    {
        for (int i = at - 1; i >= 0 && i >= at - 40; i--)
        {
            if (frames[i].Cue.Length == 1 && text.Lower[frames[i].Cue.From] is ":" && frames[i].Content.Exists(c => c.Contains(frames[at].Cue.From)))
                return profiles[i];
        }

        return null;
    }

    /// <summary>"the doctor" of "Dr Jane Roe", "the captain" of "Captain Roe": a word that the text sets before the name as a title.</summary>
    private static bool IsTitled(ReadingText text, string head, string name)
    {
        string last = name[(name.LastIndexOf(' ') + 1)..];
        string[] titles = head switch
        {
            "doctor" or "physician" or "surgeon" => ["Dr", "Dr.", "Doctor"],
            "professor" => ["Prof", "Prof.", "Professor"],
            "captain" or "colonel" or "general" or "major" or "sergeant" or "lieutenant" or "admiral" or "commander" or "inspector" or "judge" or "justice" or "bishop" or "rabbi" or "imam" or "ambassador"
                => [char.ToUpperInvariant(head[0]) + head[1..]],
            _ => [],
        };
        foreach (string title in titles)
        {
            if (text.Text.Contains($"{title} {name}", StringComparison.Ordinal) || text.Text.Contains($"{title} {last}", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>The unnamed people before, all ("both", "the two"), some ("others") or one of them; null where there were none.</summary>
    private static SourceProfile? OfFellows(List<Frame> frames, SourceProfile?[] profiles, int at, string word)
    {
        bool all = word is "both" or "neither" or "two" or "three" or "four" or "pair";
        if (Earlier(frames, profiles, at, p => p.Anonymous && p.Kind is SourceKind.Person or SourceKind.Group && (!all || p.IsPlural)) is not { } fellow)
            return null;
        return all ? fellow : word is "others" ? fellow with { Count = null } : Single(fellow);
    }

    /// <summary>One of several.</summary>
    private static SourceProfile Single(SourceProfile several) => several with { Count = 1, Kind = several.Kind is SourceKind.Group ? SourceKind.Person : several.Kind };

    /// <summary>"the mum-of-three", "the father of two", "the 34-year-old": tells a life, of somebody just named.</summary>
    private static bool IsLife(ReadingText text, TokenRange words)
    {
        string said = text.Words(words).ToLowerInvariant();
        if (said.EndsWith("-year-old", StringComparison.Ordinal))
            return true;
        foreach (string parent in ParentWords)
        {
            int at = said.IndexOf(parent, StringComparison.Ordinal);
            if (at is 4 && (said.AsSpan(at + parent.Length).StartsWith("-of-") || said.AsSpan(at + parent.Length).StartsWith(" of ")) && words.Length <= 6)
                return text.Class[words.To - 1] is Number || said.Contains("-of-", StringComparison.Ordinal);
        }

        return false;
    }

    private static readonly System.Collections.Immutable.ImmutableArray<string> ParentWords = ["mum", "mom", "mother", "dad", "father", "gran", "grandmother", "grandfather", "parent"];

    private static bool? Sex(string word) => word.StartsWith('m') || word.Contains("mother", StringComparison.Ordinal) ? true : word.StartsWith("dad", StringComparison.Ordinal) || word.StartsWith("fa", StringComparison.Ordinal) ? false : null;

    /// <summary>"Another said", "the other said", "a third said", "according to one", "the two said": one more, or all, of those who are not named.</summary>
    private static bool IsOneMore(ReadingText text, TokenRange words) => words.Length switch
    {
        1 => text.Lower[words.From] is "another" or "others" or "one" or "both" or "neither",
        2 => text.Lower[words.From] is "the" or "a" && text.Lower[words.From + 1] is "other" or "others" or "second" or "third" or "fourth" or "fifth" or "two" or "three" or "four" or "pair",
        _ => false,
    };

    private static bool SameHead(SourceProfile profile, string head) =>
        profile.HeadWord == head || (profile.Role is { } role && role.Split(' ').Contains(head, StringComparer.OrdinalIgnoreCase));

    private static SourceProfile? OfPronoun(ReadingText text, List<Frame> frames, SourceProfile?[] profiles, int at, string pronoun, Language.EntityMention? named, SourceDescriber describer)
    {
        bool? female = pronoun is "he" or "his" ? false : pronoun is "she" or "her" ? true : null;
        if (female is { } woman)
        {
            // Who spoke just before speaks on; else whom the grammar points to; else whoever spoke last.
            bool Fits(SourceProfile p) => p.Kind == SourceKind.Person && p.Female != !woman;
            if (named is not null && InSameUnit(text, frames[at], named) && frames[at].Source.From > text.Units[frames[at].Window.Unit].Tokens.From + 2)
                return OfName(named, SourceKind.Person);
            return Earlier(frames, profiles, at, Fits, nearest: 1) ?? (ToldOf(text, frames[at], describer) is { } told && Fits(told) ? told : null) ?? OfName(named, SourceKind.Person) ?? Earlier(frames, profiles, at, Fits) ?? LastPerson(text, frames[at], woman);
        }

        return pronoun switch
        {
            "they" or "their" => Earlier(frames, profiles, at, p => p.IsPlural || p.Kind == SourceKind.Group) ?? Earlier(frames, profiles, at, p => p.Kind is not SourceKind.Person, nearest: 3) ?? OfName(named, SourceKind.Organisation),
            "it" or "its" => Earlier(frames, profiles, at, p => p.Kind is not (SourceKind.Person or SourceKind.Group), nearest: 1) ?? PaperBefore(text, frames[at], describer) ?? OfName(named, SourceKind.Organisation)
                ?? Earlier(frames, profiles, at, p => p.Kind is not (SourceKind.Person or SourceKind.Group)),
            _ => null,
        };
    }

    /// <summary>Whom the sentence before is about: its subject, or whom the reporter asked; null where it is about nobody.</summary>
    private static SourceProfile? ToldOf(ReadingText text, Frame frame, SourceDescriber describer)
    {
        if (Before(text, frame, out int root) is not { } unit)
            return null;
        // "Tom Reed died on Friday. 'He never woke,' she said": the dead say nothing.
        if (text.Tokens[root].Lemma is "die" or "drown" or "perish" || (text.Tokens[root].Lemma is "kill" && text.SubjectOf[root] >= 0 && text.Tokens[text.SubjectOf[root]].Deprel is "nsubj:pass"))
            return null;
        int about = text.SubjectOf[root];
        // "Police questioned Tom Reed. He said": the one person named, where the sentence is about nobody.
        if (!(about >= 0 && IsPerson(text, about)) && OnlyPerson(text, unit) is { } only)
            return OfName(only, SourceKind.Person);
        if (about >= 0 && text.Lower[about] is "i" or "we")
            about = Object(text, unit, root);
        if (about < unit.From || about >= unit.To)
            return null;
        if (Entities.Covering(text, text.Tokens[about].Span) is { } mention)
            return mention.Kind == Language.EntityKind.Person ? OfName(mention, SourceKind.Person) : null;
        if (Sources.KindWord(text.Lower[about]) is not ("person" or "office"))
            return null;
        return Phrase(text, about, unit) is { } words ? describer.Describe(words) : null;
    }

    /// <summary>"She found a note. It says": a paper that a person sent or got speaks in the sentence after; null where there is none.</summary>
    private static SourceProfile? PaperBefore(ReadingText text, Frame frame, SourceDescriber describer)
    {
        if (Before(text, frame, out int root) is not { } unit || text.SubjectOf[root] is var subject && subject < unit.From)
            return null;
        int paper = IsPerson(text, subject) && text.Lower[subject] is not ("it" or "they") ? Object(text, unit, root) : -1;
        if (paper < 0 || Sources.KindWord(text.Lower[paper]) is not "document")
            return null;
        return Phrase(text, paper, unit) is { } words ? describer.Describe(words) : null;
    }

    /// <summary>The whole noun phrase around a noun, with the name that follows it.</summary>
    private static TokenRange? Phrase(ReadingText text, int noun, TokenRange unit)
    {
        int start = NounPhrases.Left(text, noun + 1, unit.From);
        return start < 0 ? null : new TokenRange(start, Math.Max(noun + 1, NounPhrases.Right(text, start, unit.To)));
    }

    private static bool IsPerson(ReadingText text, int t) =>
        text.Class[t] is Pronoun || Sources.KindWord(text.Lower[t]) is "person" or "office" || Entities.Covering(text, text.Tokens[t].Span)?.Kind == Language.EntityKind.Person;

    /// <summary>The sentence before the frame's own, in the same paragraph, and its root.</summary>
    private static TokenRange? Before(ReadingText text, Frame frame, out int root)
    {
        root = -1;
        int at = frame.Window.Unit;
        if (at == 0 || text.Units[at - 1].LastParagraph != text.Units[at].Paragraph)
            return null;
        TokenRange unit = text.Units[at - 1].Tokens;
        for (int t = unit.From; t < unit.To; t++)
        {
            if (text.Tokens[t].Deprel is "root")
                root = t;
        }

        return root < 0 ? null : unit;
    }

    /// <summary>The one person that a sentence names; null where it names none or several.</summary>
    private static Language.EntityMention? OnlyPerson(ReadingText text, TokenRange unit)
    {
        Language.EntityMention? only = null;
        for (int t = unit.From; t < unit.To; t++)
        {
            if (Entities.Covering(text, text.Tokens[t].Span) is not { Kind: Language.EntityKind.Person } person || person == only)
                continue;
            if (only is not null && only.Name != person.Name)
                return null;
            only = person;
        }

        return only;
    }

    private static int Object(ReadingText text, TokenRange unit, int verb)
    {
        for (int t = verb + 1; t < unit.To; t++)
        {
            if (text.Tokens[t].Head == verb && text.Tokens[t].Deprel is "obj" or "iobj")
                return t;
        }

        return -1;
    }

    private static bool InSameUnit(ReadingText text, Frame frame, Language.EntityMention named)
    {
        TokenRange unit = text.Units[frame.Window.Unit].Tokens;
        return named.Span.Start >= text.Tokens[unit.From].Span.Start && named.Span.End <= text.Tokens[frame.Source.From].Span.Start;
    }

    private static SourceProfile? OfName(Language.EntityMention? named, SourceKind otherwise) =>
        named is null ? null : new SourceProfile(named.Name, named.Kind == Language.EntityKind.Person ? SourceKind.Person : otherwise, false, null, named.Role, null) { Female = named.Female };

    /// <summary>The nearest earlier source that fits, outside quotations first; nothing from further back than a few paragraphs.</summary>
    private static SourceProfile? Earlier(List<Frame> frames, SourceProfile?[] profiles, int at, Func<SourceProfile, bool> fits, int nearest = int.MaxValue)
    {
        for (int i = at - 1; i >= 0 && i >= at - 40; i--)
        {
            if (frames[at].Window.Unit - frames[i].Window.Unit > nearest)
                break;
            if (frames[i].Window.Quote >= 0 && frames[at].Window.Quote < 0 || frames[i].Carries is not null)
                continue;
            if (profiles[i] is { Speaker: not null } profile && fits(profile))
                return profile;
        }

        return null;
    }

    private static SourceProfile? LastPerson(ReadingText text, Frame frame, bool? female)
    {
        int start = text.Tokens[frame.Source.From].Span.Start;
        System.Collections.Immutable.ImmutableArray<Language.EntityMention> all = text.Source.Entities;
        for (int i = all.Length - 1; i >= 0; i--)
        {
            if (all[i].Span.End <= start && start - all[i].Span.End < 600 && all[i].Kind == Language.EntityKind.Person && (female is null || all[i].Female != !female))
                return new SourceProfile(all[i].Name, SourceKind.Person, false, null, all[i].Role, null) { Female = all[i].Female };
        }

        return null;
    }

    /// <summary>"on condition of anonymity because ...", "asking not to be named because ...": stands behind the source or at the sentence's end.</summary>
    private static SourceProfile WithReason(ReadingText text, Frame frame, SourceProfile profile)
    {
        if (!profile.Anonymous)
            return profile;
        TokenRange unit = text.Units[frame.Window.Unit].Tokens;
        for (int t = unit.From; t + 1 < unit.To; t++)
        {
            if (text.Lower[t] is not ("anonymity" or "named" or "identified") || text.Lower[t + 1] is not ("because" or "as" or "since" or "given" or "to"))
                continue;
            int end = t + 1;
            while (end < unit.To && text.Class[end] is not (Comma or Stop or Colon))
                end++;
            return profile with { AnonymityReason = text.Words(new TokenRange(t + 1, end)) };
        }

        return profile;
    }
}

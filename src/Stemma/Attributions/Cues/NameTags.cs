using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>"salt_marsh, 05:10 UTC: we have rain here": in a forum, a chat or a transcript each paragraph opens with who speaks in it.</summary>
/// <remarks>
/// A tag is a short name and a colon: of a person, where a clock time stands with it or it opens several paragraphs; or of an account, which is written
/// small ("ferry22") and counts with a clock time, if it comes again, or where an underscore makes it sure ("salt_marsh").
/// </remarks>
internal static class NameTags
{
    /// <summary>Tokens of a tag, with its time.</summary>
    private const int Longest = 10;

    private const int LongestName = 4;

    /// <summary>Paragraphs with a tag in capitals that make a transcript.</summary>
    private const int FewestTurns = 4;

    public static void Find(ReadingText text, List<Frame> frames)
    {
        List<(int Unit, TokenRange Name, int Colon, bool Sure, bool Known)> tags = [];
        for (int u = 0; u < text.Units.Length; u++)
        {
            if ((u == 0 || text.Units[u].Paragraph != text.Units[u - 1].LastParagraph) && Tag(text, text.Units[u].Tokens, out int colon, out bool sure, out bool known) is { } name)
                tags.Add((u, name, colon, sure, known));
        }

        // "HOST: Good evening. / REED: It rained all night.": in a transcript tags stand in capitals, and the text names one of those who speak.
        bool transcript = tags.Count(o => IsCapitals(text, o.Name)) >= FewestTurns && tags.Exists(o => IsCapitals(text, o.Name) && IsNamed(text, o.Name));
        foreach ((int unit, TokenRange name, int colon, bool sure, bool known) in tags)
        {
            if (transcript && IsCapitals(text, name) && (IsNamed(text, name) || tags.Count(o => text.Words(o.Name) == text.Words(name)) > 1))
            {
                Open(text, frames, unit, name, colon);
                continue;
            }

            // Who was known for a person at the head of one paragraph is one at the head of the others.
            if (!known && !tags.Exists(o => o.Known && text.Words(o.Name) == text.Words(name)))
                continue;
            if (sure || tags.Count(o => text.Words(o.Name) == text.Words(name)) > 1)
                Open(text, frames, unit, name, colon);
        }

        frames.Sort((a, b) => a.Window.Unit != b.Window.Unit ? a.Window.Unit.CompareTo(b.Window.Unit) : a.Cue.From != b.Cue.From ? a.Cue.From.CompareTo(b.Cue.From) : a.Cue.To.CompareTo(b.Cue.To));
    }

    /// <summary>"REED", "OLD MRS REED", and no label such as "UPDATE".</summary>
    private static bool IsCapitals(ReadingText text, TokenRange name)
    {
        string words = text.Words(name);
        return words.Count(char.IsLetter) >= 3 && !words.Any(char.IsLower)
            && text.Lower[name.From] is not ("update" or "updated" or "breaking" or "new" or "latest" or "note" or "watch" or "read" or "correction" or "clarification" or "background" or "analysis" or "live" or "photo" or "photos" or "video");
    }

    /// <summary>Whether the text names a person of that name elsewhere.</summary>
    private static bool IsNamed(ReadingText text, TokenRange name)
    {
        string last = text.Lower[name.To - 1];
        foreach (Language.EntityMention entity in text.Source.Entities)
        {
            if (entity.Kind is Language.EntityKind.Person && entity.Name.Any(char.IsLower) && entity.Name.Split(' ').Contains(last, StringComparer.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static TokenRange? Tag(ReadingText text, TokenRange unit, out int colon, out bool sure, out bool known)
    {
        (colon, sure, known) = (-1, false, false);
        for (int t = unit.From; t < Math.Min(unit.To - 1, unit.From + Longest) && colon < 0; t++)
        {
            if (text.Lower[t] is ":" && text.Tokens[t + 1].SpaceBefore)
                colon = t;
            else if (text.Class[t] is Stop or QuoteMark || (NounPhrases.IsFinite(text, t) && !(t > unit.From && text.Class[t - 1] is Bracket)))
                return null;
        }

        if (colon < 0)
            return null;
        int end = unit.From;
        while (end < colon && text.Class[end] is not (Comma or Bracket or Dash) && !char.IsDigit(text.Lower[end][0]))
            end++;
        if (end == unit.From || end - unit.From > LongestName || TimeWords.IsHead(text, unit.From))
            return null;
        // "Q:" and "A:" say only that somebody asks and somebody answers.
        if (end == unit.From + 1 && text.Lower[unit.From].Length == 1)
            return null;
        bool timed = false;
        for (int t = end; t < colon; t++)
            timed |= IsClock(text.Lower[t]);
        // "REED (tape):" as well.
        if (end < colon && !timed && !(text.Class[end] is Bracket && text.Class[colon - 1] is Bracket))
            return null;
        TokenRange name = new(unit.From, end);
        bool account = name.Length == 1 && char.IsLower(text.Tokens[unit.From].Span.In(text.Text)[0]);
        bool underscore = account && text.Lower[unit.From].Contains('_', StringComparison.Ordinal);
        sure = underscore || (timed && (account || IsPerson(text, name)));
        known = sure || (account && char.IsAsciiDigit(text.Lower[unit.From][^1])) || IsPerson(text, name);
        return known || text.IsCapital(unit.From) ? name : null;
    }

    /// <summary>"London:", "BREAKING:", "Result:" and "India, 14:30:" open paragraphs as well, and nobody speaks in them.</summary>
    private static bool IsPerson(ReadingText text, TokenRange name) => Entities.Covering(text, text.Span(name)) is { Kind: Language.EntityKind.Person } person && person.Span.Start <= text.Span(name).Start;

    private static bool IsClock(string word) => word.Length is 4 or 5 && word[^3] is ':' or '.' && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]);

    /// <summary>All of the paragraph is said by whom the tag names; a cue that took the tag for a headline goes.</summary>
    private static void Open(ReadingText text, List<Frame> frames, int unit, TokenRange name, int colon)
    {
        Unit first = text.Units[unit];
        frames.RemoveAll(f => f.Window.Unit == unit && (f.Cue.From <= colon || f.Source.Overlaps(name)));
        Frame frame = new()
        {
            Window = new Window(first.Tokens.From, first.Tokens.To, -1, unit),
            Cue = new TokenRange(colon, colon + 1),
            Stance = Stance.Asserts,
            Certainty = Certainty.Certain,
            Manner = CueManner.Speech,
            Lemma = "say",
            Source = name,
        };
        frame.Content.Add(new TokenRange(colon + 1, first.Tokens.To));
        for (int u = unit + 1; u < text.Units.Length && text.Units[u].Paragraph == first.LastParagraph; u++)
            frame.Content.Add(text.Units[u].Tokens);
        frames.Add(frame);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Language;
using Stemma.Language.Networks;
using Stemma.Language.Tagging;
using Stemma.Quantities;
using Stemma.Text;
using Stemma.Times;
using Stemma.Weighing;

namespace Stemma.Claims;

/// <summary>Reduces a draft's words to what can be compared over reports.</summary>
internal sealed class ContentReader
{
    /// <summary>How many of the nearest words say what of a thing is counted, and how far they may stand, in tokens.</summary>
    private const int SlotWords = 6;
    private const int SlotReach = 14;

    /// <summary>How far behind an amount "own" may say whose it is, in tokens.</summary>
    private const int OwnReach = 4;

    private readonly Concepts concepts = Concepts.Shared;
    private readonly WordVectors vectors = WordVectors.Load();
    private readonly HeadReader heads;
    private readonly NoneReader nones;
    private readonly FrozenSet<string> stopWords = WordList.Set("StopWords.en.tsv");

    public ContentReader() => (heads, nones) = (new HeadReader(vectors, concepts), new NoneReader(concepts, stopWords));

    /// <summary>The vectors that <see cref="Content.Vectors"/> are rows of.</summary>
    public WordVectors Vectors => vectors;

    public Content Read(Draft draft, DatedReport source, StoryNames names)
    {
        LinguisticText text = source.Annotation.Language;
        TextSpan[] spans = [draft.Span, .. draft.More];
        EntityMention[] entities = [.. spans.SelectMany(s => TokenIndex.Inside(text.Entities.Length, i => text.Entities[i].Span, s)).Select(i => text.Entities[i]).Where(e => !Hides(draft.Hidden, e.Span))];
        // Only a date hides its words; "48-hour" or "41-year-old" also says what kind of thing it is.
        ImmutableArray<TextSpan> hidden = SpanSets.Joined(entities.Select(e => e.Span)
            .Concat(draft.Times.Where(i => i < source.Times.Length).Select(i => source.Times[i]).Where(t => t.Type is TimeType.Date or TimeType.Time).Select(t => t.Span))
            .Concat(draft.Quantities.Select(i => source.Annotation.Quantities[i].NumberSpan))
            .Concat(draft.Hidden));

        List<ReadWord> words = [];
        ulong fingerprint = StableHash.Of("");
        foreach (TextSpan span in spans)
        {
            (int first, int end) = TokenIndex.Tokens(text, span);
            words.AddRange(Words(text, first, end, hidden));
            fingerprint = Fingerprint(fingerprint, text, first, end, draft.Hidden);
        }

        SortedSet<string> people = new(StringComparer.Ordinal);
        SortedSet<string> places = new(StringComparer.Ordinal);
        SortedSet<string> others = new(StringComparer.Ordinal);
        foreach (EntityMention entity in entities)
        {
            if (entity.Kind is EntityKind.Person)
                people.Add(names.Person(entity.Name));
            else if (entity.Kind is EntityKind.Place)
                places.Add(names.Place(entity.Name));
            else
                others.UnionWith(NameWords(entity.Name));
        }

        // "The country's people" and the country are one place: an adjective may be tagged as any kind of name.
        ImmutableArray<string> distinct = [.. words.Select(w => w.Concept).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<int, string> conceptAt = words.DistinctBy(w => w.At).ToDictionary(w => w.At, w => w.Concept);
        ImmutableArray<Amount> amounts = Amounts(draft, source, words, entities, names);
        ImmutableArray<Day> days = DayReader.Read(draft, source, setAside: false), notDays = DayReader.Read(draft, source, setAside: true);
        return new Content
        {
            Words = distinct,
            Vectors = [.. distinct.Select(c => words.First(w => w.Concept == c).Vector)],
            Heads = heads.Read(text, draft, NameAt, t => conceptAt.GetValueOrDefault(t)),
            Core = words.Exists(w => w.Aside) ? [.. words.Where(w => !w.Aside).Select(w => w.Concept).Distinct().Order(StringComparer.Ordinal)] : distinct,
            Predicates = [.. words.Where(w => w.Predicate).Select(w => w.Concept).Distinct().Order(StringComparer.Ordinal)],
            KnownPredicates = [.. words.Where(w => w.Predicate && concepts.IsKnown(w.Concept)).Select(w => w.Concept).Distinct().Order(StringComparer.Ordinal)],
            People = [.. people],
            Places = [.. places],
            Roles = [.. entities.Where(e => e.Kind is EntityKind.Person or EntityKind.Place)
                .Select(e => (e.Kind is EntityKind.Person ? names.Person(e.Name) : names.Place(e.Name), Governor(text, e.Span)))
                .Where(r => r.Item2.Length > 0).Distinct().Order()],
            Names = [.. others],
            Amounts = amounts,
            Days = days,
            NotDays = notDays,
            Features = [.. distinct.Select(w => "w:" + w)
                .Concat(people.Select(p => "p:" + p))
                .Concat(places.Select(p => "l:" + p))
                .Concat(others.Select(n => "o:" + n))
                .Concat(amounts.Select(a => a.Key))
                .Concat(days.Concat(notDays).Select(d => d.From is { } from ? "d:" + from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""))
                .Where(f => f.Length > 2)
                .Distinct()
                .Order(StringComparer.Ordinal)],
            Fingerprint = fingerprint,
            HasNegation = spans.Any(s => NoneReader.HasNegation(text, s)),
            Things = [.. spans.SelectMany(s => Spared.Things(text, s)).Distinct()],
            NoneOf = [.. spans.SelectMany(s => nones.Of(text, s)).Distinct().Order(StringComparer.Ordinal)],
            NoneThings = [.. spans.SelectMany(s => nones.Things(text, s)).Distinct().Order(StringComparer.Ordinal)],
            Told = [.. words.Where(w => !w.Aside && text.Tokens[w.At].Deprel is not ("compound" or "amod" or "nmod:poss")).Select(w => w.Concept).Distinct().Order(StringComparer.Ordinal)],
            Denied = [.. spans.SelectMany(s => nones.Denied(text, s)).Distinct().Order(StringComparer.Ordinal)],
            // What is denied is stated as it would be if it held.
            // "No room left" is the thesaurus's way of "full", not a denial.
            Negative = draft.Polarity is Polarity.Negative && !draft.Denies && !words.Any(w => w.Negated),
        };

        string? NameAt(int token)
        {
            TextSpan at = text.Tokens[token].Span;
            foreach (EntityMention e in entities)
            {
                if (e.Span.Contains(at))
                    return Amount.NameMark + (e.Kind is EntityKind.Person ? names.Person(e.Name) : e.Kind is EntityKind.Place ? names.Place(e.Name) : StoryNames.Fold(e.Name));
            }

            return null;
        }
    }

    private List<ReadWord> Words(LinguisticText text, int first, int end, ImmutableArray<TextSpan> hidden)
    {
        string[] lemmas = new string[end - first];
        for (int i = first; i < end; i++)
            lemmas[i - first] = text.Tokens[i].Lemma.ToLowerInvariant();

        List<ReadWord> words = [];
        for (int i = 0; i < lemmas.Length; i++)
        {
            Token token = text.Tokens[first + i];
            if (concepts.PhraseAt(lemmas, i) is { } phrase)
            {
                // Who sets off leaves; what sets something off causes it.
                string what = lemmas[i] is "set" && phrase.Length == 2 && lemmas[i + 1] is "off" && HasObject(text, first + i) ? "cause" : phrase.Concept;
                words.Add(new(what, true, first + i, lemmas[i] == "no", vectors.Find(WordForm.HashOf(text.Text, token.Span)), IsAside(text, first + i, first, end)));
                i += phrase.Length - 1;
                continue;
            }

            if (token.Upos is Upos.Punct or Upos.Det or Upos.Aux or Upos.Adp or Upos.Pron or Upos.Cconj or Upos.Sconj or Upos.Part or Upos.Sym or Upos.Num
                || lemmas[i].Length < 2 || !char.IsLetter(lemmas[i][0]) || stopWords.Contains(lemmas[i]) || Hides(hidden, token.Span))
                continue;
            string concept = IsDeath(text, first + i) ? Concepts.Dying : concepts.Of(text, first + i);
            // "Recycling plant" and "armed men" hold a verb form that states nothing.
            words.Add(new(concept, token.Upos is Upos.Verb && token.Deprel is not ("amod" or "compound" or "nmod"), first + i, false, vectors.Find(WordForm.HashOf(text.Text, token.Span)), IsAside(text, first + i, first, end)));
        }

        return words;
    }

    private static bool HasObject(LinguisticText text, int verb)
    {
        // "set off the siren": right behind it, whatever the tree makes of the verb.
        if (verb + 2 < text.Tokens.Length && text.Tokens[verb + 1].Lemma is "off" && text.Tokens[verb + 2].Upos is Upos.Det or Upos.Propn)
            return true;
        for (int i = Math.Max(0, verb - 12); i < Math.Min(text.Tokens.Length, verb + 8); i++)
        {
            if (text.Tokens[i].Head == verb && text.Tokens[i].Deprel is "obj" or "nsubj:pass" or "aux:pass")
                return true;
        }

        return false;
    }

    /// <summary>"The charge <b>that had failed to go off</b>", "a charge <b>laid to make the slope safe</b>": inside a statement, about one who takes part in it.</summary>
    private static bool IsAside(LinguisticText text, int token, int first, int end)
    {
        for (int at = token, steps = 0; at >= first && at < end && steps < 40; at = text.Tokens[at].Head, steps++)
        {
            if (text.Tokens[at].Deprel.StartsWith("acl", StringComparison.Ordinal) && text.Tokens[at].Head >= first && text.Tokens[at].Head < end)
                return true;
        }

        return false;
    }

    /// <summary>"Eight soldiers fell", "the army lost eight men": prices fall and teams lose, people die.</summary>
    private bool IsDeath(LinguisticText text, int verb)
    {
        string? relation = text.Tokens[verb].Lemma.ToLowerInvariant() switch { "fall" => "nsubj", "lose" => "obj", _ => null };
        if (relation is null || text.Tokens[verb].Upos is not Upos.Verb)
            return false;
        for (int i = Math.Max(0, verb - 10); i < Math.Min(text.Tokens.Length, verb + 8); i++)
        {
            if (text.Tokens[i].Head == verb && text.Tokens[i].Deprel == relation)
                return Concepts.Fallen.Contains(concepts.Of(text, i));
        }

        return false;
    }

    private string Governor(LinguisticText text, TextSpan name)
    {
        (int first, int end) = TokenIndex.Tokens(text, name);
        for (int t = first; t < end; t++)
        {
            int head = text.Tokens[t].Head;
            if (head >= 0 && (head < first || head >= end))
                return concepts.Of(text, head);
        }

        return "";
    }

    private static bool Hides(ImmutableArray<TextSpan> hidden, TextSpan span) => hidden.Any(h => h.Overlaps(span));

    private IEnumerable<string> NameWords(string name) =>
        StoryNames.Fold(name).Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 1 && w is not ("of" or "the" or "and" or "for"))
            .Select(w => concepts.Of(w));

    private ImmutableArray<Amount> Amounts(Draft draft, DatedReport source, List<ReadWord> words, EntityMention[] entities, StoryNames names)
    {
        // Whose share it is belongs to what is counted: "Larsen 51, Moreau 49".
        LinguisticText text = source.Annotation.Language;
        List<(string Concept, int At)> around = [.. words.Select(w => (w.Concept, w.At))];
        foreach (EntityMention entity in entities)
        {
            string name = entity.Kind is EntityKind.Person ? names.Person(entity.Name) : entity.Kind is EntityKind.Place ? names.Place(entity.Name) : StoryNames.Fold(entity.Name);
            around.Add((Amount.NameMark + name, TokenIndex.Tokens(text, entity.Span).First));
        }

        List<Amount> amounts = [];
        foreach (int index in draft.Quantities)
        {
            QuantityMention mention = source.Annotation.Quantities[index];
            if (mention.Low is null && mention.High is null)
                continue;
            int at = TokenIndex.Tokens(text, mention.NumberSpan).First;
            // "64 million, not 86 million": what it is not is somebody else's figure.
            if (Corrected.IsSetAside(text, at))
                continue;
            if (AmountWords.IsAge(text, mention, at))
                continue;
            if (AgeOf(text, mention, at, entities) is { } whose)
            {
                string person = Amount.NameMark + (whose.Kind is EntityKind.Person ? names.Person(whose.Name) : StoryNames.Fold(whose.Name));
                amounts.Add(new Amount(index, mention, FormattableString.Invariant($"n:{mention.Low ?? mention.High}|{Amount.Age}"), Amount.Age, [person], [], [person]));
                continue;
            }

            string noun = mention.Unit is { } unit ? concepts.Of(unit.ToLowerInvariant()) : "";
            string key = string.Create(CultureInfo.InvariantCulture, $"n:{mention.Low ?? mention.High}|{noun}");
            ImmutableArray<string> acts = [.. CountedActs.Of(text, mention.Span)
                .Select(t => words.Find(w => w.At == t).Concept ?? (IsDeath(text, t) ? Concepts.Dying : concepts.Of(text, t)))
                .Where(c => c != noun && !stopWords.Contains(c)).Distinct().Order(StringComparer.Ordinal)];
            ImmutableArray<string> lot = [.. (mention.Of ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(OfItsOwn(text, mention.Span)).Select(w => char.IsUpper(w[0]) ? Amount.NameMark + w : concepts.Of(w.ToLowerInvariant())).Where(c => c != noun && !acts.Contains(c)).Distinct().Order(StringComparer.Ordinal)];
            bool part = AmountWords.IsPartOf(text, mention.NumberSpan);
            if (!part)
                (noun, acts, lot) = Tolls.Read(noun, acts, lot, words.Select(w => w.Concept), draft.Quantities.Length == 1);
            amounts.Add(new Amount(index, mention, key, noun, [.. around
                .Where(w => Math.Abs(w.At - at) <= SlotReach && w.Concept != noun)
                .OrderBy(w => Math.Abs(w.At - at)).ThenBy(w => w.At).ThenBy(w => w.Concept, StringComparer.Ordinal)
                .Take(SlotWords)
                .Select(w => w.Concept).Distinct().Order(StringComparer.Ordinal)],
                acts,
                lot)
            { InParts = part, IsCalledFalse = Corrected.IsCalledFalse(text, mention.Span), IsCore = CountedActs.IsCore(text, mention.Span), IsMargin = AmountWords.IsMargin(text, mention.Span), IsLevel = AmountWords.IsLevel(text, mention.Span), Per = AmountWords.Per(text, mention.Span) is { } per ? concepts.Of(per) : "", IsBare = mention.Unit is "person" && IsAlone(text, mention) });
        }

        return [.. amounts.Select(a => a.Noun.Length > 0 && amounts.Exists(o => o != a && o.Noun == a.Noun && Tolls.MayShareFate(o.Acts, a.Acts)) ? a with { InParts = true } : a)];
    }

    /// <summary>"At least 300 are missing": a number with no noun behind it.</summary>
    private static bool IsAlone(LinguisticText text, QuantityMention mention)
    {
        int next = TokenIndex.Tokens(text, mention.NumberSpan).End;
        return mention.Span.End == mention.NumberSpan.End || (next < text.Tokens.Length && text.Tokens[next].Upos is Upos.Aux or Upos.Verb);
    }

    /// <summary>"Eight dead in its <b>own</b> ranks", "the army <b>lost</b> eight men": a lot that only the one who counts it has.</summary>
    private static IEnumerable<string> OfItsOwn(LinguisticText text, TextSpan amount)
    {
        (int first, int behind) = TokenIndex.Tokens(text, amount);
        for (int i = first; i < behind; i++)
        {
            if (text.Tokens[i] is { Deprel: "obj", Head: >= 0 and int verb } && text.Tokens[verb].Lemma.ToLowerInvariant() is "lose")
                return [Amount.Own];
        }

        for (int i = behind; i < Math.Min(text.Tokens.Length, behind + OwnReach); i++)
        {
            if (text.Tokens[i].Lemma.ToLowerInvariant() is Amount.Own)
                return [Amount.Own];
        }

        return [];
    }

    /// <summary>"Jan Holm, 56,": the one whose age the number is.</summary>
    private static EntityMention? AgeOf(LinguisticText text, QuantityMention mention, int at, EntityMention[] entities) =>
        mention.Unit is null or "a" && at >= 2 && text.Tokens[at - 1].Span.In(text.Text) is "," && mention.Low is > 0 and < 120
            && (at + 1 >= text.Tokens.Length || text.Tokens[at + 1].Upos is Upos.Punct)
            ? entities.FirstOrDefault(e => e.Span.End == text.Tokens[at - 2].Span.End && e.Kind is EntityKind.Person)
            : null;

    private static ulong Fingerprint(ulong hash, LinguisticText text, int first, int end, ImmutableArray<TextSpan> hidden)
    {
        for (int i = first; i < end; i++)
        {
            if (text.Tokens[i].Upos is not Upos.Punct && !Hides(hidden, text.Tokens[i].Span))
                hash = StableHash.Combine(hash, StableHash.Of(text.Tokens[i].Span.In(text.Text).ToString().ToLowerInvariant()));
        }

        return hash;
    }

    /// <param name="At">Index of the token.</param>
    /// <param name="Negated">Whether the concept's own phrase holds the "no".</param>
    /// <param name="Aside">Whether it stands in a clause that only tells which one is meant.</param>
    private readonly record struct ReadWord(string Concept, bool Predicate, int At, bool Negated, int Vector, bool Aside);
}

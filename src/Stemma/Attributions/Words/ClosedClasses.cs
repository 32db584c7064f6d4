using System.Collections.Frozen;

namespace Stemma.Attributions;

/// <summary>Words whose class needs no tagger.</summary>
internal static class ClosedClasses
{
    private static readonly FrozenDictionary<string, WordClass> Words = Build();

    public static bool TryGet(string lower, out WordClass known) => Words.TryGetValue(lower, out known);

    /// <summary>Prepositions that may also open a clause ("after divers left").</summary>
    public static bool MayLinkClauses(string lower) => lower is "after" or "before" or "since" or "until" or "as" or "than" or "for";

    private static FrozenDictionary<string, WordClass> Build()
    {
        Dictionary<string, WordClass> words = new(StringComparer.Ordinal);
        void Add(WordClass known, string list)
        {
            foreach (string word in list.Split(' '))
                words[word] = known;
        }

        Add(WordClass.Determiner, "a an the this these those some any each every no both all another several many few most much such half its their his our my your whose either neither");
        Add(WordClass.Pronoun, "he she it they we i you him them us me himself herself itself themselves ourselves there everyone everybody someone somebody nobody anyone none nothing something anything everything others");
        Add(WordClass.Wh, "who whom which what whoever whatever");
        Add(WordClass.That, "that");
        Add(WordClass.Preposition, "of in on at by for from with about against into over after before during under between among amid amidst through throughout without within toward towards upon near despite via per like than across along around behind beyond except inside outside regarding concerning until till off onto alongside versus unlike beneath below above following including");
        Add(WordClass.To, "to");
        Add(WordClass.Modal, "will would can could may might must shall should 'll ’ll wo ca cannot");
        Add(WordClass.Be, "is was are were be been being am 're ’re 'm ’m ai");
        Add(WordClass.Have, "has have had having 've ’ve");
        Add(WordClass.Do, "do does did");
        Add(WordClass.Negation, "not n't n’t never");
        Add(WordClass.Adverb, "also again already still just only even ever once too then now here yet soon later earlier recently first repeatedly previously often always sometimes perhaps maybe meanwhile however therefore instead thus quickly almost nearly well so");
        Add(WordClass.Coordinator, "and or but nor &");
        Add(WordClass.Subordinator, "because while although though if when where whereas unless since whether how why as whenever wherever lest");
        Add(WordClass.Possessive, "'s ’s");
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.Collections.Frozen;
using System.Globalization;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>Finds the terms of one report: stems, names of one word and of several, and numbers.</summary>
internal static class TermReader
{
    /// <summary>Words that count as the lead: about the first two paragraphs of an agency report.</summary>
    private const int LeadWords = 60;

    /// <summary>Words read; the event is told by then, and a book sent as a report costs no more than a long article.</summary>
    private const int MaxWords = 1500;

    /// <summary>What a dateline counts against other uses of a name.</summary>
    private const int DatelineVotes = 5;

    /// <summary>A capital alone does not make a name of a word that so many of 10,000 texts have ("The", "President").</summary>
    private const int CommonWord = 150;

    public static IReadOnlyCollection<TermCounts> Read(Report report)
    {
        List<Word> headline = WordScanner.Scan(report.Headline ?? "");
        List<Word> body = WordScanner.Scan(report.Body);
        if (body.Count > MaxWords)
            body.RemoveRange(MaxWords, body.Count - MaxWords);

        FrozenSet<string> names = Names(headline, body);
        Dictionary<string, TermCounts> terms = new(StringComparer.Ordinal);
        Count(headline, names, terms, static (t, _) => t.Headline++);
        Count(body, names, terms, static (t, at) =>
        {
            if (at < LeadWords)
                t.Lead++;
            else
                t.Body++;
        });
        foreach (Word word in WordScanner.Scan(report.Dateline?.Place ?? ""))
        {
            if (terms.TryGetValue(word.Folded, out TermCounts? place))
                place.PlaceBalance += DatelineVotes;
        }

        return terms.Values;
    }

    /// <summary>Folded words that are names in this report: more often with a capital than without where a capital is not owed to the place.</summary>
    private static FrozenSet<string> Names(List<Word> headline, List<Word> body)
    {
        Dictionary<string, int> balance = new(StringComparer.Ordinal);
        foreach (Word word in body)
        {
            int vote = word.Shape switch
            {
                WordShape.Capitalised when !word.OpensSentence => 2,
                WordShape.Lower => -3,
                _ => 0,
            };
            balance[word.Folded] = balance.GetValueOrDefault(word.Folded) + vote;
        }

        // A headline may be in title case: it makes names only of words that the body does not know and English hardly does.
        foreach (Word word in headline)
        {
            if (word.Shape == WordShape.Capitalised && !balance.ContainsKey(word.Folded) && BackgroundFrequencies.Of(WordStem.Of(word.Folded)) < CommonWord / 10)
                balance[word.Folded] = 1;
        }

        foreach (Word word in body)
        {
            if (word.Shape == WordShape.Capitalised && word.OpensSentence && balance[word.Folded] == 0 && BackgroundFrequencies.Of(WordStem.Of(word.Folded)) == 0)
                balance[word.Folded] = 1;
        }

        return balance.Where(b => b.Value > 0 && !BackgroundFrequencies.IsStopWord(b.Key)).Select(b => b.Key).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Words before the name of a place. Coarse: "from Reuters" makes a place of Reuters where it never stands otherwise, which costs a little weight.</summary>
    private static bool LeadsToPlace(string folded) =>
        folded is "in" or "at" or "near" or "off" or "from" or "to" or "into" or "across" or "around" or "outside" or "inside" or "toward" or "towards" or "through";

    private static void Count(List<Word> words, FrozenSet<string> names, Dictionary<string, TermCounts> terms, Action<TermCounts, int> count)
    {
        int previousName = -2;
        bool place = false;
        for (int i = 0; i < words.Count; i++)
        {
            Word word = words[i];
            if (word.Shape == WordShape.Number)
            {
                if (TellsApart(word.Folded))
                    count(Of(terms, word.Folded, "", false), i);
                continue;
            }

            if (word.Folded.Length < 2 || BackgroundFrequencies.IsStopWord(word.Folded))
                continue;
            bool isName = word.Shape == WordShape.Capitalised && names.Contains(word.Folded);
            string stem = isName ? word.Folded : WordStem.Of(word.Folded);
            TermCounts term = Of(terms, stem, stem, isName);
            count(term, i);
            if (!isName)
                continue;
            bool goesOn = previousName == i - 1 && !word.OpensSentence && word.Span.Start - words[i - 1].Span.End == 1;
            place = goesOn ? place : i > 0 && LeadsToPlace(words[i - 1].Folded);
            term.PlaceBalance += place ? 1 : -1;
            if (goesOn)
            {
                TermCounts full = Of(terms, words[i - 1].Folded + " " + word.Folded, "", true);
                full.PlaceBalance += place ? 1 : -1;
                count(full, i);
            }

            previousName = i;
        }
    }

    private static TermCounts Of(Dictionary<string, TermCounts> terms, string text, string stem, bool isName)
    {
        if (!terms.TryGetValue(text, out TermCounts? term))
            terms.Add(text, term = new TermCounts(text, stem, isName));
        term.IsName |= isName;
        return term;
    }

    /// <summary>Small and round numbers and years stand in any report; others are a detail that reports of one event share.</summary>
    private static bool TellsApart(string number) =>
        number.Length >= 2
        && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && (n is >= 1900 and <= 2100 || n < 13 || n % 10 == 0 && n <= 100));
}

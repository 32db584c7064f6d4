using System.Globalization;

namespace Stemma.Intake;

/// <summary>Whether a text can hold a sentence at all: rules out numbers, rulers and single words, not bad writing.</summary>
internal static class SentenceTest
{
    private const int MinWords = 3;

    /// <summary>Enough letters of a script that writes no spaces between words to make a sentence.</summary>
    private const int MinUnspacedLetters = 6;

    public static bool HasSentence(string text)
    {
        int words = 0, unspaced = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            if (c is '\n' or '\r')
            {
                (words, unspaced, inWord) = (0, 0, false);
                continue;
            }

            bool letter = char.IsLetter(c) || char.IsSurrogate(c);
            if (letter && !inWord)
                words++;
            // Han, kana, hangul, Thai, Lao, Khmer, Myanmar: one "word" may be the whole sentence.
            if (letter && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter)
                unspaced++;
            inWord = letter || (inWord && (c is '\'' or '’' or '-' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark));
            if (words >= MinWords || unspaced >= MinUnspacedLetters)
                return true;
        }

        return false;
    }
}

using System.Text.RegularExpressions;
using Stemma.Annotations;
using Stemma.Evaluation.Lineage;
using Stemma.Text;

namespace Stemma.Evaluation.Distortions;

/// <summary>Another weekday, month or day of the month in place of the one that is said.</summary>
internal static partial class DateDistorter
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <returns>Null where no weekday, month or day stands in a time of the statement.</returns>
    public static Distortion? Shift(Annotation report, TextSpan statement, Chance chance)
    {
        string text = report.Language.Text;
        (TextSpan At, string Word)[] found = [.. report.Times.Where(t => statement.Contains(t.Span))
            .SelectMany(t => Names().Matches(t.Span.In(text).ToString()).Select(m => (new TextSpan(t.Span.Start + m.Index, t.Span.Start + m.Index + m.Length), m.Value)))];
        if (found.Length == 0)
            return null;
        (TextSpan at, string word) = chance.Of(found);
        string[] names = Weekdays.Contains(word) ? Weekdays : Months;
        string other = int.TryParse(word, out int day)
            ? $"{(day + 4 + chance.Next(15)) % 28 + 1}"
            : names[(Array.IndexOf(names, word) + 2 + chance.Next(names.Length - 3)) % names.Length];
        return new Distortion(DistortionKind.Date, at, other);
    }

    /// <summary>A day of the month only where its month stands beside it.</summary>
    [GeneratedRegex(@"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b|(?<=(?:January|February|March|April|May|June|July|August|September|October|November|December) )\d{1,2}\b|\b\d{1,2}(?= (?:January|February|March|April|May|June|July|August|September|October|November|December))", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}

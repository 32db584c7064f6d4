using System.Text.RegularExpressions;

namespace Stemma.Evaluation.Quantities;

/// <summary>Tells which cases follow conventions that the engine does not share, by class, so that no case is picked by hand.</summary>
/// <remarks>The classes are decided on the case alone, never on what the engine answers. <c>eval/README.md</c> lists them with how many there are.</remarks>
internal static partial class RecognizerConventions
{
    /// <returns>Why the case is left out, or null.</returns>
    public static string? LeftOut(RecognizerCase one)
    {
        if (one.NotSupported.Contains("dotnet", StringComparison.OrdinalIgnoreCase))
            return "the reference implementation does not meet it itself";
        if (one.Results.Any(r => r.Value is null))
            return "a unit without a number";
        if (one.Results.Any(r => RangeBefore().IsMatch(one.Input[..Math.Min(r.Start, one.Input.Length)])))
            return "the second half of a range by itself; the engine reads both as one amount";
        return one.Model switch
        {
            RecognizerModel.Number => Number(one),
            RecognizerModel.Currency when one.Results.Any(NamesNoCents) => "cents told by a bare number after the unit (\"fifteen dollars and fifty\")",
            RecognizerModel.Percent when one.Results.Any(r => PercentBefore().IsMatch(r.Text)) => "\"percent of\" read as the number after it",
            _ => null,
        };
    }

    private static string? Number(RecognizerCase one)
    {
        if (Address().IsMatch(one.Input))
            return "numbers inside an address, date or telephone number";
        if (Power().IsMatch(one.Input))
            return "powers and exponents";
        if (one.Results.Any(r => DecimalComma().IsMatch(r.Text)))
            return "a decimal comma";
        if (one.Results.Any(r => Quotient().IsMatch(r.Text)))
            return "a ratio read as a quotient (\"one over three\", \"two out of five\")";
        if (one.Results.Any(r => IsCompoundFraction(r.Text)))
            return "a fraction with tens or more above or below the line, spelled out";
        return one.Results.Any(r => LooseSymbol().IsMatch(r.Text)) ? "a scaling letter parted from its digits, or one that news writes for units (G)" : null;
    }

    /// <summary>"twenty-three fifths", "a hundred trillionths"; what stands before "and" is a whole number by itself ("twenty and three fifths").</summary>
    private static bool IsCompoundFraction(string text)
    {
        string last = text[(text.LastIndexOf(" and ", StringComparison.Ordinal) is >= 0 and int and ? and + 5 : 0)..];
        // A denominator alone is the end of a longer one ("one hundred and fifth").
        return Denominator().IsMatch(last) && (Tens().IsMatch(last) || SmallParts().IsMatch(last) || !last.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>The amount has a fraction, but its words name neither a point nor a smaller unit.</summary>
    private static bool NamesNoCents(RecognizerCase.Result result) =>
        result.Value is { } value && value != Math.Truncate(value) && !Decimal().IsMatch(result.Text) && !SmallerUnit().IsMatch(result.Text);

    [GeneratedRegex(@"\d\s?(-|–|to|or)\s?$|\b(one|two|three|four|five|six|seven|eight|nine|ten) to $")]
    private static partial Regex RangeBefore();

    [GeneratedRegex(@"\d+([./-]+\d+){2,}")]
    private static partial Regex Address();

    [GeneratedRegex(@"\^|\de[+-]?\d")]
    private static partial Regex Power();

    [GeneratedRegex(@"(^\d+,\d{1,2}$)|(\.\d{3},\d)")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"\b(over|out of|in)\b")]
    private static partial Regex Quotient();

    [GeneratedRegex(@"(ths?|firsts?|thirds?|halves)$")]
    private static partial Regex Denominator();

    [GeneratedRegex(@"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)\b")]
    private static partial Regex Tens();

    [GeneratedRegex(@"(ieth|illionth)s?$")]
    private static partial Regex SmallParts();

    [GeneratedRegex(@"\d +[kKmMgG]$|\d[gG]$")]
    private static partial Regex LooseSymbol();

    [GeneratedRegex(@"\d\.\d|point|half|quarter")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\b(cents?|pence|pennies)\b")]
    private static partial Regex SmallerUnit();

    [GeneratedRegex(@"^(percents?|per cent) of ")]
    private static partial Regex PercentBefore();
}

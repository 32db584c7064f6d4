using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stemma.Evaluation.Times;

/// <summary>Reads the cases of Recognizers-Text for dates and durations (<c>DateTimeModel.json</c>, <c>DurationParser.json</c>) as gold, where they agree with ISO-TimeML.</summary>
/// <remarks>They are a calendar's cases, for appointments. Whole cases are left out by class, decided on the case alone; <c>eval/README.md</c> lists the classes.</remarks>
internal static partial class RecognizerTimes
{
    /// <param name="leftOut">How many cases were left out, by reason.</param>
    public static ImmutableArray<TimesDocument> Read(JsonElement cases, SortedDictionary<string, int> leftOut)
    {
        ImmutableArray<TimesDocument>.Builder documents = ImmutableArray.CreateBuilder<TimesDocument>();
        int number = 0;
        foreach (JsonElement one in cases.EnumerateArray())
        {
            number++;
            string input = one.GetProperty("Input").GetString() ?? "";
            Result[] results = [.. one.GetProperty("Results").EnumerateArray().Select(Result.Of)];
            if (Reason(one, input, results) is { } reason)
            {
                leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
                continue;
            }

            DateOnly? reference = one.TryGetProperty("Context", out JsonElement context) && context.TryGetProperty("ReferenceDateTime", out JsonElement moment)
                && Reports.ReportTime.TryParse(moment.GetString(), out Reports.ReportTime time) ? time.Day : null;
            documents.Add(new TimesDocument($"#{number}", input, reference, [.. results.Select(r => new TimesDocument.Expected(r.Start, r.End, r.Type, r.Accepted))]));
        }

        return documents.ToImmutable();
    }

    private static string? Reason(JsonElement one, string input, Result[] results)
    {
        if (one.TryGetProperty("NotSupportedByDesign", out _) || (one.TryGetProperty("NotSupported", out JsonElement names) && names.GetString()!.Contains("dotnet", StringComparison.OrdinalIgnoreCase)))
            return "the reference implementation does not meet it everywhere, or by design";
        foreach (Result result in results)
        {
            string before = input[..Math.Min(result.Start, input.Length)];
            if (result.Timexes.Length != 1)
                return "several readings, or none";
            if (result.Timexes[0].StartsWith('('))
                return "a range told by its two ends, or a period as one";
            if (result.Modified || Opening().IsMatch(result.Text))
                return "a preposition or bound inside the expression";
            if (Article().IsMatch(before))
                return "the article left outside the expression";
            if (result.Timexes[0].StartsWith('T') || Clocked().IsMatch(result.Timexes[0]))
                return "a clock time without its day, or counted from the present second";
            if (LowerCase().IsMatch(input.AsSpan(result.Start, Math.Min(result.End, input.Length) - result.Start)))
                return "a month, weekday or holiday in lower case";
            if (Spoken().IsMatch(result.Text))
                return "a year or day spelled out, or a vague number read as three";
            if (Mixed().IsMatch(result.Text))
                return "digits and months joined by slashes or hyphens, or unparted";
            if (NoYear().IsMatch(result.Text))
                return "a day in digits without its year";
            if (Vague().IsMatch(result.Timexes[0]))
                return "a value of a notation of its own";
        }

        return null;
    }

    private sealed record Result(string Text, int Start, int End, string Type, ImmutableArray<string> Timexes, ImmutableArray<string> Accepted, bool Modified)
    {
        public static Result Of(JsonElement json)
        {
            string text = json.GetProperty(nameof(Text)).GetString() ?? "";
            int start = json.GetProperty(nameof(Start)).GetInt32();
            int end = json.TryGetProperty(nameof(End), out JsonElement last) ? last.GetInt32() + 1 : start + json.GetProperty("Length").GetInt32();
            string name = (json.TryGetProperty("TypeName", out JsonElement type) || json.TryGetProperty("Typename", out type) ? type : json.GetProperty(nameof(Type))).GetString()!.Split('.')[^1];
            List<string> timexes = [], values = [];
            bool modified = false;
            if (json.TryGetProperty("Value", out JsonElement parsed) && parsed.ValueKind == JsonValueKind.Object)
            {
                timexes.Add(parsed.GetProperty("Timex").GetString() ?? "");
            }
            else if (json.TryGetProperty("Resolution", out JsonElement resolution) && resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("values", out JsonElement all))
            {
                foreach (JsonElement value in all.EnumerateArray())
                {
                    timexes.Add(value.TryGetProperty("timex", out JsonElement timex) ? timex.GetString() ?? "" : "");
                    values.Add(value.TryGetProperty("value", out JsonElement settled) ? settled.GetString() ?? "" : "");
                    modified |= value.TryGetProperty("Mod", out _);
                }
            }

            // "date" and "daterange" are TIMEX3's DATE; "2016-11-08T15" lacks its minutes there.
            string kind = name.StartsWith("datetime", StringComparison.Ordinal) || name.StartsWith("time", StringComparison.Ordinal) ? "TIME" : name.StartsWith("date", StringComparison.Ordinal) ? "DATE" : name.ToUpperInvariant();
            ImmutableArray<string> accepted = [.. timexes.Concat(values.Where(v => v.Length == 10)).Select(v => HourOnly().IsMatch(v) ? v + ":00" : v).Distinct()];
            return new Result(text, start, end, kind, [.. timexes.Distinct()], accepted, modified);
        }
    }

    [GeneratedRegex(@"^(on|in|at|from|between|since|after|before|by|until|till|til|during|within|for|around|about|starting|as|prior|later|no|over|through|this is)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\bthe\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"T\d\d:\d\d:\d\d")]
    private static partial Regex Clocked();

    [GeneratedRegex(@"^(\w+,? )?\d{1,2}[/.-]\d{1,2}$")]
    private static partial Regex NoYear();

    [GeneratedRegex(@"\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thur?s?|fri|sat|sun|easter|christmas|halloween|thanksgiving)s?\d*\b")]
    private static partial Regex LowerCase();

    [GeneratedRegex(@"\b(hundred|thousand|nineteen|eighteen|seventeen|few|several|some|twenty (one|two|three|four|five|six|seven|eight|nine)|(twenty |thirty )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|\w+teenth) ?(of|two|three|at|six)?\b(?! (quarter|week|half|day))")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"[a-z]{3,}[/-]\d|\d[/-][a-z]{3,}|^\d{4}[/-]\d{1,2}$|^\d{1,2}[/-]\d{4}$|^\d{8}$|^\d{4} \d\d \d\d$|^\d+[ywd]$", RegexOptions.IgnoreCase)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"^(SY|XXXX-WXX$|XXXX-XX$|XXXX$|P\d+BD|XXXX-\d\d-W)|^$|BD")]
    private static partial Regex Vague();

    [GeneratedRegex(@"T\d\d$")]
    private static partial Regex HourOnly();
}

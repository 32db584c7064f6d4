using Stemma.Reports;

namespace Stemma.Tests.Cleaning;

/// <summary>Short ways to read an invented report.</summary>
internal static class Reading
{
    private static readonly ReportReader Reader = new();

    public const string First = "The harbour bridge at Ostrava Point was closed to lorries on Tuesday after inspectors found cracks in two of its pillars, the city's works department said.";

    public const string Second = "Drivers were sent through the old tunnel, where the queue reached four kilometres by noon and two schools let their pupils go home early because the buses did not come.";

    public static Report Of(RawReport raw) => Reader.Read(raw);

    /// <summary>Reads the lines as paragraphs of a plain text.</summary>
    public static Report Text(params string[] lines) => Of(new RawReport { Input = "t", Text = string.Join("\n\n", lines) });

    /// <summary>Reads one line among running text, as the n-th of three: 0 above, 1 between, 2 below.</summary>
    public static Report With(string line, int place) => place switch
    {
        0 => Text(line, First, Second),
        1 => Text(First, line, Second),
        _ => Text(First, Second, line),
    };

    /// <summary>The body that is left where the line goes.</summary>
    public static string Clean => First + "\n\n" + Second;
}

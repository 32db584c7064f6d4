using System.CommandLine;
using System.Globalization;
using Stemma.Intake;
using Stemma.Reports;
using Stemma.Weighing;

namespace Stemma.Cli.Commands;

/// <summary>What the commands that take reports have in common: their paths, and how they tell what was not read.</summary>
internal static class Inputs
{
    public static Argument<string[]> Paths() => new("path")
    {
        Description = "Files, folders, globs, addresses (https://...), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<int> Threads()
    {
        Option<int> threads = new("--threads")
        {
            Description = "How many reports or stories are worked on at once; the output is the same for any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1024)
                result.AddError("--threads takes a number from 1 to 1024.");
        });
        return threads;
    }

    /// <summary>An option that takes a day or a moment in ISO 8601.</summary>
    public static Option<ReportTime?> Time(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (ReportTime.TryParse(text, out ReportTime time))
                return time;
            result.AddError(string.Create(CultureInfo.InvariantCulture,
                $"{name} takes a date such as 2026-03-09 or a date-time such as 2026-03-09T00:50:00+01:00, not '{text}'."));
            return null;
        },
    };

    public static Option<string> Format(Terminal terminal, string piped, params string[] formats)
    {
        Option<string> format = new("--format")
        {
            Description = "How results are printed.",
            DefaultValueFactory = _ => terminal.IsScreen ? "text" : piped,
        };
        return format.AcceptOnlyFromAmong(formats);
    }

    /// <summary>Reads all inputs and tells each rejected one on standard error; for commands that need all reports before they can print one.</summary>
    public static IntakeResult Read(Terminal terminal, InputReader reader, string[] paths, CancellationToken cancellation)
    {
        IntakeResult result = reader.Read(paths, cancellation);
        foreach (Remark remark in result.Remarks)
            TellRemark(terminal, remark);
        foreach (Rejection rejection in result.Rejected)
            TellRejected(terminal, rejection);
        return result;
    }

    public static void TellRejected(Terminal terminal, Rejection rejection) =>
        terminal.Error.WriteLine($"stemma: rejected {rejection.Input}: {rejection.Reason}");

    public static void TellRemark(Terminal terminal, Remark remark) =>
        terminal.Error.WriteLine($"stemma: {remark.Input}: {remark.Text}");

    /// <summary>Tells of reports that are kept and listed, but in a language that is not read yet.</summary>
    public static void TellUnread(Terminal terminal, IEnumerable<Report> reports)
    {
        foreach (Report report in reports.Where(r => !r.IsReadable))
            terminal.Error.WriteLine($"stemma: {report.Input} is in a language not read yet ({report.Language}): listed, no assertions drawn from it");
    }

    public static int Status(IntakeResult intake) => intake.Rejected.IsEmpty ? ExitStatus.Done : ExitStatus.SomeRejected;
}

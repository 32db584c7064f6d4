using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Stemma.Attributions;
using Stemma.Store;
using Stemma.Text;
using Stemma.Weighing;

namespace Stemma.Cli.Storing;

/// <summary><c>stemma corrections</c>: what people corrected in a store; never overwritten, only added to.</summary>
internal static class CorrectionsCommand
{
    public static Command Create(Terminal terminal) => new("corrections", "Lists, adds, undoes, exports and imports what people corrected.")
    {
        Export(terminal), Import(terminal), Add(terminal), Undo(terminal),
    };

    private static Command Export(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Command command = new("export", "Prints the whole log as JSON Lines.") { store };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: true, async opened =>
        {
            foreach (Correction correction in await opened.CorrectionsAsync(cancellation))
                await terminal.Output.WriteLineAsync(CorrectionJson.Line(correction));
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        Argument<string> file = new("file") { Description = "JSON Lines, as export prints them; - for standard input." };
        Option<string> store = StoreOptions.Store();
        Command command = new("import", "Adds the entries of a file that are not in the log yet.") { file, store };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            if (CorrectionFile.Read(terminal, call.GetRequiredValue(file)) is not { } log)
                return ExitStatus.BadCall;
            int added = await opened.AddCorrectionsAsync(log, cancellation);
            await TellAsync(terminal, opened, FormattableString.Invariant($"{added} of {log.Length} corrections added"), cancellation);
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }

    private static Command Add(Terminal terminal)
    {
        Argument<CorrectionKind> kind = new("kind") { Description = "accept, reject, merge, split, rename, reattribute, family or grade." };
        Argument<CorrectionTarget> target = new("target") { Description = "story, claim, origin, entity, outlet or assertion." };
        Argument<string[]> what = new("what") { Description = "Ids of reports (stories), REPORT:START-END (claims, assertions), or names.", Arity = ArgumentArity.OneOrMore };
        Option<string?> to = new("--to") { Description = "The new name, the source, or the grade." };
        Option<SourceKind?> kindOfSource = new("--as") { Description = "With reattribute: what the source is: person, organisation, outlet, agency, document or group." };
        Option<bool> anonymous = new("--anonymous") { Description = "With reattribute: the source goes unnamed." };
        Option<string> store = StoreOptions.Store();
        Option<string> who = StoreOptions.Who();
        Option<string?> why = StoreOptions.Why();
        Command command = new("add", "Adds a correction.") { kind, target, what, to, kindOfSource, anonymous, store, who, why };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            ImmutableArray<CorrectionAnchor>.Builder anchors = ImmutableArray.CreateBuilder<CorrectionAnchor>();
            foreach (string text in call.GetRequiredValue(what))
            {
                if (await AnchorAsync(opened, call.GetRequiredValue(target), text, cancellation) is not { } anchor)
                {
                    await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: {text}: no such report, or no such place in it");
                    return ExitStatus.BadCall;
                }

                anchors.Add(anchor);
            }

            return await KeepAsync(terminal, opened, new Correction
            {
                Id = "",
                Kind = call.GetRequiredValue(kind),
                Target = call.GetRequiredValue(target),
                What = anchors.ToImmutable(),
                To = call.GetValue(to),
                As = call.GetValue(kindOfSource),
                Anonymous = call.GetValue(anonymous),
                Who = call.GetRequiredValue(who),
                When = TimeProvider.System.GetUtcNow(),
                Why = call.GetValue(why),
            }, cancellation);
        }, cancellation));
        return command;
    }

    private static Command Undo(Terminal terminal)
    {
        Argument<string> id = new("id") { Description = "Of the correction to take back." };
        Option<string> store = StoreOptions.Store();
        Option<string> who = StoreOptions.Who();
        Option<string?> why = StoreOptions.Why();
        Command command = new("undo", "Takes a correction back; the log keeps both.") { id, store, who, why };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            string undone = call.GetRequiredValue(id);
            if (!(await opened.CorrectionsAsync(cancellation)).Any(c => c.Id == undone))
            {
                await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: no correction {undone}; 'stemma corrections export' lists them");
                return ExitStatus.BadCall;
            }

            return await KeepAsync(terminal, opened, new Correction
            {
                Id = "",
                Kind = CorrectionKind.Undo,
                Target = CorrectionTarget.Correction,
                Undoes = undone,
                Who = call.GetRequiredValue(who),
                When = TimeProvider.System.GetUtcNow(),
                Why = call.GetValue(why),
            }, cancellation);
        }, cancellation));
        return command;
    }

    /// <summary>A story's report, a place with the words that stand there, or a name.</summary>
    private static async Task<CorrectionAnchor?> AnchorAsync(IStoryStore store, CorrectionTarget target, string text, CancellationToken cancellation)
    {
        if (target is CorrectionTarget.Story)
            return await store.ReportAsync(text, cancellation) is null ? null : new CorrectionAnchor { Report = text };
        string[] parts = text.Split(':', '-');
        bool place = parts.Length >= 3 && int.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (!place)
            return target is CorrectionTarget.Claim or CorrectionTarget.Assertion ? null : new CorrectionAnchor { Name = text };
        int start = int.Parse(parts[^2], CultureInfo.InvariantCulture), end = int.Parse(parts[^1], CultureInfo.InvariantCulture);
        string report = text[..text.LastIndexOf(':')];
        return await store.ReportAsync(report, cancellation) is { } stored && start < end && end <= stored.Report.Body.Length
            ? new CorrectionAnchor { Report = report, Start = start, End = end, Quote = stored.Report.Body[start..end] }
            : null;
    }

    private static async Task<int> KeepAsync(Terminal terminal, IStoryStore store, Correction correction, CancellationToken cancellation)
    {
        // Named by its content and moment: adding the same entry twice, as after a lost connection, adds it once.
        correction = correction with { Id = "k" + StableHash.Digest(CorrectionJson.Line(correction), 10) };
        if (CorrectionRules.Fault(correction) is { } fault)
        {
            await terminal.Error.WriteLineAsync("stemma: " + fault);
            return ExitStatus.BadCall;
        }

        await store.AddCorrectionsAsync([correction], cancellation);
        await terminal.Output.WriteLineAsync(correction.Id);
        await TellAsync(terminal, store, "kept", cancellation);
        return ExitStatus.Done;
    }

    private static async Task TellAsync(Terminal terminal, IStoryStore store, string what, CancellationToken cancellation)
    {
        StoreCounts counts = await store.CountsAsync(cancellation);
        await terminal.Error.WriteLineAsync(FormattableString.Invariant($"stemma: {store.Name}: {what}; {counts.Stale} {(counts.Stale == 1 ? "story is" : "stories are")} to be weighed anew when next shown or filled"));
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using Stemma.Cli.Commands;
using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Cli.Storing;

/// <summary><c>stemma verify</c>: reads a whole store and tells what does not fit.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Command command = new("verify", "Checks every digest, and every tie between what a store keeps.") { store };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: true, async opened =>
        {
            int faults = 0;
            await foreach (StoreFault fault in opened.VerifyAsync(cancellation))
            {
                faults++;
                await terminal.Output.WriteLineAsync($"{fault.What}: {fault.Fault}");
            }

            StoreCounts counts = await opened.CountsAsync(cancellation);
            await terminal.Error.WriteLineAsync(FormattableString.Invariant(
                $"stemma: {opened.Name}: {counts.Reports} reports, {counts.Stories} stories ({counts.Stale} to be weighed), {counts.Corrections} corrections, {counts.Tombstones} tombstones, {counts.Bytes / 1024} KiB; {(faults == 0 ? "all is well" : faults + " faults")}"));
            return faults == 0 ? ExitStatus.Done : ExitStatus.SomeRejected;
        }, cancellation));
        return command;
    }
}

/// <summary><c>stemma compact</c>: gives back the space of what was removed.</summary>
internal static class CompactCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> store = StoreOptions.Store();
        Command command = new("compact", "Gives back the space of what was removed.") { store };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            long before = (await opened.CountsAsync(cancellation)).Bytes;
            await opened.CompactAsync(cancellation);
            long after = (await opened.CountsAsync(cancellation)).Bytes;
            await terminal.Error.WriteLineAsync(FormattableString.Invariant($"stemma: {opened.Name}: {before / 1024} KiB before, {after / 1024} KiB now"));
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }
}

/// <summary><c>stemma backup</c>: copies a store while it is in use.</summary>
internal static class BackupCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("file") { Description = "The file to write; it must not be there yet." };
        Option<string> store = StoreOptions.Store();
        Command command = new("backup", "Copies a store, as it stands at one moment, while others use it.") { file, store };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            await opened.BackupAsync(call.GetRequiredValue(file), cancellation);
            await terminal.Error.WriteLineAsync($"stemma: {opened.Name}: copied to {call.GetRequiredValue(file)}");
            return ExitStatus.Done;
        }, cancellation));
        return command;
    }
}

/// <summary><c>stemma forget</c>: removes reports with all that was drawn from them, and leaves a dated tombstone.</summary>
internal static class ForgetCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> reports = new("report") { Description = "Ids of reports.", Arity = ArgumentArity.ZeroOrMore };
        Option<string> store = StoreOptions.Store();
        Option<string?> outlet = new("--outlet") { Description = "All reports of an outlet; more of it are refused from now on." };
        Option<ReportTime?> before = Inputs.Time("--before", "All reports published earlier, or come earlier where that is not known.");
        Option<bool> list = new("--list") { Description = "Forget nothing; list the tombstones." };
        Option<string> who = StoreOptions.Who();
        Option<string?> why = StoreOptions.Why();
        Command command = new("forget", "Removes reports with all that was drawn from them; they are not taken in again.") { reports, store, outlet, before, list, who, why };
        command.SetAction((call, cancellation) => StoreOptions.WithAsync(call.GetRequiredValue(store), readOnly: false, async opened =>
        {
            string[] ids = call.GetRequiredValue(reports);
            int asked = (ids.Length > 0 ? 1 : 0) + (call.GetValue(outlet) is null ? 0 : 1) + (call.GetValue(before) is null ? 0 : 1);
            if (call.GetValue(list))
            {
                foreach (Tombstone t in await opened.TombstonesAsync(cancellation))
                    await terminal.Output.WriteLineAsync(FormattableString.Invariant($"{t.When:yyyy-MM-dd}  {t.Kind}  {t.Name}  {t.Who}{(t.Why is null ? "" : ": " + t.Why)}"));
                return ExitStatus.Done;
            }

            if (asked != 1)
            {
                await terminal.Error.WriteLineAsync("stemma: forget takes ids of reports, or --outlet, or --before: one of the three");
                return ExitStatus.BadCall;
            }

            ImmutableArray<string> gone = await opened.ForgetAsync(new ForgetRequest
            {
                Reports = [.. ids],
                Outlet = call.GetValue(outlet),
                Before = call.GetValue(before)?.SortKey,
                Who = call.GetRequiredValue(who),
                Why = call.GetValue(why),
                When = TimeProvider.System.GetUtcNow(),
            }, cancellation);
            foreach (string id in gone)
                await terminal.Output.WriteLineAsync(id);
            if (gone.Length > 0)
                await new StoryWeigher(opened, new ReportReading()).WeighStaleAsync(Environment.ProcessorCount, cancellation);
            await terminal.Error.WriteLineAsync(FormattableString.Invariant($"stemma: {opened.Name}: {gone.Length} {(gone.Length == 1 ? "report" : "reports")} forgotten"));
            return ids.Length > 0 && gone.Length < ids.Distinct(StringComparer.Ordinal).Count() ? ExitStatus.SomeRejected : ExitStatus.Done;
        }, cancellation));
        return command;
    }
}

using Stemma.Reports;
using Stemma.Store;

namespace Stemma.Benchmarks;

/// <summary>Fills a store from the stream; the first 200 reports are annotated, and each further one carries one of these annotations.</summary>
internal sealed class StoreFilling(IStoryStore store, SyntheticStream stream, ReportReading reading)
{
    private const int Batch = 64;
    private const int Annotated = 200;

    private readonly Ingester ingester = new(store, TimeProvider.System);
    private readonly List<NewReport> prepared = [];
    private int added;

    public async Task AddAsync(int until)
    {
        List<NewReport> batch = [];
        for (; added < until; added++)
        {
            Report report = stream.Next().Report;
            if (prepared.Count < Annotated)
            {
                RawReport raw = new() { Input = report.Input, Text = report.Body };
                prepared.Add(reading.Read(raw, report, default, DateTimeOffset.UnixEpoch.AddDays(20_000)));
            }

            NewReport like = prepared[added % prepared.Count];
            batch.Add(like with
            {
                Report = report,
                Digest = ReportForm.Digest(report),
                Bytes = System.Text.Encoding.UTF8.GetBytes(report.Headline + "\n" + report.Body),
                Forms = like.Forms with { Report = ReportForm.Write(report), Words = SearchWords.Indexed(report) },
                Stages = "another report's", // so that weighing reads it anew
            });
            if (batch.Count < Batch && added + 1 < until)
                continue;
            await ingester.AddAsync(batch, default);
            batch.Clear();
        }
    }
}

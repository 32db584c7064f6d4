using System.Collections.Immutable;
using Stemma.Annotations;
using Stemma.Reports;
using Stemma.Times;

namespace Stemma.Weighing;

/// <summary>A report whose day, and with it every relative time in it, is settled as far as it can be.</summary>
/// <param name="Times">One for each of <see cref="Annotation.Times"/>, in the same order.</param>
public sealed record DatedReport(Report Report, Annotation Annotation, ImmutableArray<ResolvedTime> Times);

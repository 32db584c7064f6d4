namespace Stemma.Store;

/// <summary>A report as it will be kept.</summary>
/// <param name="Report">Packed, as <see cref="ReportForm"/> writes it.</param>
/// <param name="Annotation">Packed.</param>
/// <param name="Words">What is searched: folded words parted by blanks.</param>
public sealed record ReportForms(ReadOnlyMemory<byte> Report, ReadOnlyMemory<byte> Annotation, string Words);

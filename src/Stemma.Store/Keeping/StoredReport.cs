using Stemma.Reports;

namespace Stemma.Store;

/// <summary>A report as the store has it.</summary>
/// <param name="Digest">SHA-256 of its content, <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Revision">1 for the first version of an item.</param>
/// <param name="Story">Id.</param>
/// <param name="Arrived">UTC.</param>
public sealed record StoredReport(Report Report, string Digest, int Revision, string Story, DateTimeOffset Arrived);

/// <summary>That certain bytes came under a certain name at a certain time.</summary>
/// <param name="Digest">Of the bytes.</param>
/// <param name="Input">Path or address, as given.</param>
public sealed record Receipt(string Report, string Digest, string Input, DateTimeOffset Received);

using System.Collections.Immutable;
using Stemma.Store;

namespace Stemma.Web.Pages.Origins;

/// <summary>A page of the claims behind a record.</summary>
/// <param name="Only">The outcome asked for; null: all.</param>
/// <param name="Next">Where the next page goes on; null on the last.</param>
/// <param name="IsLater">Whether it is not the first page.</param>
/// <param name="Titles">Of stories, by id.</param>
public sealed record RecordList(Outcome? Only, ImmutableArray<RecordedClaim> Claims, string? Next, bool IsLater, ImmutableDictionary<string, string> Titles);

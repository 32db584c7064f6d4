namespace Stemma.Browser.Tests.Records;

/// <summary>Tests that look at one desk together.</summary>
[CollectionDefinition(Name)]
public sealed class RecordsCollection : ICollectionFixture<RecordsDesk>
{
    public const string Name = "records";
}

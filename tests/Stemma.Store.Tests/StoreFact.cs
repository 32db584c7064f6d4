using Xunit.Abstractions;
using Xunit.Sdk;

namespace Stemma.Store.Tests;

/// <summary>A fact of every store; skipped, with the reason, for a database that this machine has not got.</summary>
[XunitTestCaseDiscoverer("Stemma.Store.Tests." + nameof(StoreFactDiscoverer), "Stemma.Store.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;

public sealed class StoreFactDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new StoreTestCase(sink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}

/// <summary>A test that knows, from its class, which database it needs.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    [Obsolete("For the runner alone.", error: true)]
    public StoreTestCase()
    {
    }

    public StoreTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(sink, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.Name.Contains("Postgres", StringComparison.Ordinal) ? PostgresServer.Missing : base.GetSkipReason(factAttribute);
}

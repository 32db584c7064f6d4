using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Stemma.Web.Serving;

/// <summary>Keys of the framework's data protection, kept as long as the process lives: we seal nothing with them, and it would else write them to the user's home.</summary>
internal sealed class PassingKeys : IXmlRepository
{
    private readonly Lock door = new();
    private readonly List<XElement> keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (door)
            return [.. keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (door)
            keys.Add(element);
    }
}

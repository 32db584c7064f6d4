using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Stemma.Web.Pages.Delivery;

/// <summary>Styles and scripts as they travel inside the program, each under an address that names its content.</summary>
/// <remarks>All sheets in <c>Assets/styles</c> are one file to the browser, in the order of their names; a script in <c>Assets/scripts</c> is a module of its own, a sign in <c>Assets/icons</c> a picture.</remarks>
public sealed class AssetLibrary
{
    private const string Styles = "Assets/styles/";
    private const string Scripts = "Assets/scripts/";
    private const string Icons = "Assets/icons/";

    private readonly FrozenDictionary<string, Asset> byPath;
    private readonly FrozenDictionary<string, string> paths;

    public AssetLibrary()
    {
        Assembly assembly = typeof(AssetLibrary).Assembly;
        ImmutableArray<string> names = [.. assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)];
        StringBuilder sheet = new();
        foreach (string name in names.Where(n => n.StartsWith(Styles, StringComparison.Ordinal)))
            sheet.Append(Text(assembly, name));
        List<(string Name, Asset Asset)> assets = [("site.css", Asset.Of("site", "css", "text/css; charset=utf-8", sheet.ToString()))];
        foreach (string name in names.Where(n => n.StartsWith(Scripts, StringComparison.Ordinal)))
            assets.Add((name[Scripts.Length..], Asset.Of(Path.GetFileNameWithoutExtension(name), "js", "text/javascript; charset=utf-8", Text(assembly, name))));
        foreach (string name in names.Where(n => n.StartsWith(Icons, StringComparison.Ordinal)))
            assets.Add((name[Icons.Length..], Asset.Of(Path.GetFileNameWithoutExtension(name), "svg", "image/svg+xml", Text(assembly, name))));
        byPath = assets.ToFrozenDictionary(a => a.Asset.Path, a => a.Asset, StringComparer.Ordinal);
        paths = assets.ToFrozenDictionary(a => a.Name, a => a.Asset.Path, StringComparer.Ordinal);
    }

    /// <param name="name">"site.css", or the name of a script or picture.</param>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string PathOf(string name) => paths[name];

    internal Asset? At(string path) => byPath.GetValueOrDefault(path);

    private static string Text(Assembly assembly, string name)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>A file as it is sent.</summary>
internal sealed record Asset(string Path, string ContentType, string Tag, byte[] Plain, byte[] Gzip, byte[] Brotli)
{
    /// <summary>Digits of the digest in the address: enough that no two versions ever share one.</summary>
    private const int TagLength = 16;

    public static Asset Of(string name, string extension, string contentType, string text)
    {
        byte[] plain = Encoding.UTF8.GetBytes(text);
        string tag = Convert.ToHexStringLower(SHA256.HashData(plain))[..TagLength];
        return new Asset($"/assets/{name}.{tag}.{extension}", contentType, $"\"{tag}\"", plain,
            Packed(plain, s => new GZipStream(s, CompressionLevel.SmallestSize)), Packed(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize)));
    }

    private static byte[] Packed(byte[] plain, Func<Stream, Stream> packer)
    {
        using MemoryStream packed = new();
        using (Stream stream = packer(packed))
            stream.Write(plain);
        return packed.ToArray();
    }
}

using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Stemma.Reports;

namespace Stemma.Tests.Design;

/// <summary>The rules of ARCHITECTURE.md that a compiler does not hold.</summary>
public sealed class DesignTests
{
    private static readonly Assembly Engine = typeof(Report).Assembly;

    [Fact]
    public void The_engine_has_no_assignable_static_field()
    {
        var offenders =
            from type in OwnTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where field is { IsInitOnly: false, IsLiteral: false }
            select $"{type.Name}.{field.Name}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void What_the_engine_keeps_in_static_fields_cannot_change()
    {
        var offenders =
            from type in OwnTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsLiteral && CanChange(field.FieldType)
            select $"{type.Name}.{field.Name} is a {field.FieldType.Name}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void References_run_downward_only()
    {
        // Each project may rest on those before it, and on nothing else of ours.
        string[] order = ["Stemma", "Stemma.Intake", "Stemma.Store", "Stemma.Watch", "Stemma.Web", "Stemma.Evaluation", "Stemma.Cli"];
        foreach (string project in Repository.Projects())
        {
            string name = Path.GetFileNameWithoutExtension(project);
            int rank = Array.IndexOf(order, name);
            if (rank < 0)
                continue;
            foreach (string reference in ProjectReferences(project))
                Assert.True(Array.IndexOf(order, reference) < rank, $"{name} may not reference {reference}");
        }
    }

    [Fact]
    public void The_engine_rests_on_the_runtime_alone()
    {
        string project = Path.Combine(Repository.Root, "src", "Stemma", "Stemma.csproj");
        IEnumerable<string> packages =
            from item in XDocument.Load(project).Descendants("PackageReference")
            where (string?)item.Attribute("PrivateAssets") != "all"
            select (string)item.Attribute("Include")!;

        Assert.All(packages, p => Assert.Equal("System.Numerics.Tensors", p));
        Assert.Empty(ProjectReferences(project));
    }

    [Fact]
    public void Unicode_normalisation_works_on_this_machine() =>
        // It silently does nothing where globalisation is invariant; names would stop matching.
        Assert.Equal(2, "é".Normalize(System.Text.NormalizationForm.FormD).Length);

    private static IEnumerable<Type> OwnTypes() =>
        from type in Engine.GetTypes()
        where type.Namespace?.StartsWith("Stemma", StringComparison.Ordinal) == true
        // Skips the compiler's own lambda caches and the JSON generator's by type, not by field: the backing
        // field of a static auto-property is "compiler generated" too, and is exactly what these tests are after.
        where !type.IsDefined(typeof(CompilerGeneratedAttribute))
        where !typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(type)
        where type.DeclaringType is not { } outer || !outer.IsDefined(typeof(CompilerGeneratedAttribute))
        select type;

    private static bool CanChange(Type type)
    {
        string name = type.FullName ?? type.Name;
        if (type.IsValueType || type == typeof(string) || type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
            return false;
        bool known = name.StartsWith("System.Collections.Frozen.", StringComparison.Ordinal)
            || name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal)
            || name.StartsWith("System.Buffers.SearchValues", StringComparison.Ordinal)
            || name.StartsWith("System.Text.RegularExpressions.", StringComparison.Ordinal);
        if (known)
            return false;
        return type.IsArray || typeof(IEnumerable).IsAssignableFrom(type)
            || type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(f => !f.IsInitOnly);
    }

    private static IEnumerable<string> ProjectReferences(string project) =>
        from item in XDocument.Load(project).Descendants("ProjectReference")
        select Path.GetFileNameWithoutExtension(((string)item.Attribute("Include")!).Replace('\\', '/'));
}

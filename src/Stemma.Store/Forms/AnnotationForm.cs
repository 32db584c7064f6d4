using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Stemma.Annotations;
using Stemma.Times;

namespace Stemma.Store;

/// <summary>An annotation as bytes: JSON with spans as pairs and tokens as rows, packed. The text itself is left out, the report has it.</summary>
internal static class AnnotationForm
{
    private static readonly JsonSerializerOptions Options = Make();

    public static byte[] Write(Annotation annotation) =>
        Packing.Pack(JsonSerializer.SerializeToUtf8Bytes(annotation with { Language = annotation.Language with { Text = "" } }, Options));

    /// <param name="text">The text that was annotated.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static Annotation Read(byte[] bytes, string text)
    {
        try
        {
            Annotation annotation = JsonSerializer.Deserialize<Annotation>(Packing.Unpack(bytes), Options) ?? throw new InvalidDataException("A stored annotation is empty.");
            return annotation with { Language = annotation.Language with { Text = text } };
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A stored annotation is damaged: " + e.Message, e);
        }
    }

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameForms } },
            IgnoreReadOnlyProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new SpanConverter(), new TokenConverter() },
            // A value left out because it is null must still satisfy "required".
            RespectRequiredConstructorParameters = false,
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The closed set of time forms is written with the name of each; and a null that was left out is no missing value.</summary>
    private static void NameForms(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
            property.IsRequired = false;
        if (type.Type != typeof(TimeForm))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$" };
        foreach (Type form in typeof(TimeForm).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(TimeForm))))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(form, form.Name));
    }
}

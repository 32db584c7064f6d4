using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Stemma.Evaluation.Quantities;

/// <summary>One case: a sentence and what should be found in it.</summary>
/// <param name="NotSupported">The implementations that do not meet the case themselves, as the file names them; empty where all do.</param>
internal sealed record RecognizerCase(RecognizerModel Model, string Input, ImmutableArray<RecognizerCase.Result> Results, string NotSupported)
{
    /// <param name="End">Exclusive; the files write the last character.</param>
    /// <param name="Value">Null where a unit stands without a number.</param>
    internal sealed record Result(string Text, int Start, int End, double? Value);

    /// <summary>The cases of one file; the model is told by its name.</summary>
    /// <exception cref="InvalidDataException">The name is none of the models'.</exception>
    public static IEnumerable<RecognizerCase> Read(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        name = name.EndsWith("Model", StringComparison.Ordinal) ? name[..^"Model".Length] : name;
        if (!Enum.TryParse(name, out RecognizerModel model))
            throw new InvalidDataException($"{path} is none of {string.Join(", ", Enum.GetNames<RecognizerModel>().Select(m => m + "Model.json"))}.");
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory()[Preamble(path)..]);
        return [.. file.RootElement.EnumerateArray().Select(c => One(model, c))];
    }

    private static int Preamble(string path)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> first = stackalloc byte[3];
        return file.ReadAtLeast(first, 3, throwOnEndOfStream: false) == 3 && first is [0xEF, 0xBB, 0xBF] ? 3 : 0;
    }

    private static RecognizerCase One(RecognizerModel model, JsonElement json)
    {
        string Named(string field) => json.TryGetProperty(field, out JsonElement names) ? names.GetString() ?? "" : "";
        return new RecognizerCase(
            model,
            json.GetProperty(nameof(Input)).GetString() ?? "",
            [.. json.GetProperty(nameof(Results)).EnumerateArray().Select(Expected)],
            Named(nameof(NotSupported)) + " " + Named("NotSupportedByDesign"));
    }

    private static Result Expected(JsonElement json)
    {
        string? value = json.GetProperty("Resolution").TryGetProperty("value", out JsonElement said) ? said.GetString() : null;
        int start = json.GetProperty("Start").GetInt32();
        return new Result(
            json.GetProperty("Text").GetString() ?? "",
            start,
            json.GetProperty("End").GetInt32() + 1,
            value is null or "null" ? null : double.Parse(value.TrimEnd('%'), CultureInfo.InvariantCulture));
    }
}

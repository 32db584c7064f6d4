using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Stemma.Web.Serving;

/// <summary>Lines of log as JSON, one an event, with no word of a report, a search or a token in them.</summary>
/// <remarks>
/// Of messages that are not ours only the template is written, never what was put into it, and of an exception the types and the places in the code, never its message: either may quote what
/// somebody sent. A store's own troubles are told in full, they name files and servers only.
/// </remarks>
internal sealed class JsonLog(TextWriter writer, LogLevel least, TimeProvider time) : ILoggerProvider
{
    public const string Own = "Stemma";

    private readonly Lock turn = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private bool IsEnabled(string category, LogLevel level) =>
        level is not LogLevel.None && level >= least && (level >= LogLevel.Warning || category.StartsWith(Own, StringComparison.Ordinal));

    private void Write(string category, LogLevel level, EventId id, IReadOnlyList<KeyValuePair<string, object?>>? values, string message, Exception? exception)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", level.ToString().ToLowerInvariant());
            json.WriteString("category", category);
            if (id.Name is { } name)
                json.WriteString("event", name);
            bool own = category.StartsWith(Own, StringComparison.Ordinal);
            json.WriteString("message", own ? message : values?.FirstOrDefault(v => v.Key == "{OriginalFormat}").Value as string ?? "");
            foreach ((string key, object? value) in own && values is not null ? values : [])
            {
                if (key != "{OriginalFormat}")
                    WriteValue(json, key, value);
            }

            if (exception is not null)
                Write(json, exception);
            json.WriteEndObject();
        }

        lock (turn)
            writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteValue(Utf8JsonWriter json, string key, object? value)
    {
        string name = JsonNamingPolicy.CamelCase.ConvertName(key);
        switch (value)
        {
            case int or long:
                json.WriteNumber(name, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("exception", exception.GetType().FullName);
        if (exception is Stemma.Store.StoreException)
            json.WriteString("trouble", exception.Message);
        if (exception.InnerException is { } inner)
            json.WriteString("cause", inner.GetType().FullName);
        json.WriteString("at", exception.StackTrace);
    }

    private sealed class Logger(JsonLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(category, logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Write(category, logLevel, eventId, state as IReadOnlyList<KeyValuePair<string, object?>>, formatter(state, exception), exception);
        }
    }
}
